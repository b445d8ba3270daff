// Builds a blog again and again over what earlier builds have kept, after random changes of its files, and compares each
// outcome, byte for byte, with that of a first build. Then the same after builds that were killed, with damaged caches,
// and with two builds at a time. Run: node test/support/check-warm.mjs [SEED]
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createHash } from 'node:crypto';
import { readSampleSettings, root, writeSettings } from './build-site.mjs';

const rounds = 4;
/** Builds that are killed, each a little later than the one before. */
const kills = 3;

const seed = Number(process.argv[2] ?? 1);
let state = seed >>> 0;
const work = mkdtempSync(join(tmpdir(), 'rubric-warm-'));
const cacheFolder = join(root, 'node_modules', '.cache', 'rubric');
const sources = join(work, 'sources');
const posts = join(sources, 'posts');
let colds = 0;

try {
  writeSources();
  await compareWith('a first build', await buildWarm());
  for (let round = 1; round <= rounds; round++) {
    const done = Array.from({ length: 1 + draw(4) }, changeSomething);
    await compareWith(`round ${round}: ${done.join(', ')}`, await buildWarm());
  }
  for (let count = 1; count <= kills; count++) {
    changeSomething();
    await killBuild(count * 900);
  }
  await compareWith(`${kills} killed builds`, await buildWarm());
  for (const kind of ['app-', 'thread-', 'blog-']) damage(kind);
  await compareWith('damaged caches', await buildWarm());
  const [first, second] = await Promise.all([buildWarm(), build('other', { title: 'Other' })]);
  await compareWith('one of two builds at a time', first);
  await compareWith('the other one', second, { title: 'Other' });
  console.log(`Warm builds give what first builds give (seed ${seed}).`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The sample blog, and files of every kind of front matter. */
function writeSources() {
  const sample = readSampleSettings();
  for (const name of ['posts', 'pages', 'static', 'shortcodes']) {
    const target = join(sources, name);
    mkdirSync(target, { recursive: true });
    const own = (file) => name === 'static' && [sample.posts, sample.pages].includes(file);
    if (existsSync(sample[name]))
      cpSync(sample[name], target, { recursive: true, filter: (file) => !own(file) });
  }
  cpSync(join(root, 'test', 'fixtures', 'posts'), join(posts, 'fixtures'), { recursive: true });
}

function settingsOf(more) {
  const folders = ['posts', 'pages', 'static', 'shortcodes'].map((name) => [
    name,
    join(sources, name),
  ]);
  return {
    ...readSampleSettings(),
    url: 'https://blog.example/',
    ...Object.fromEntries(folders),
    ...more,
  };
}

async function build(name, more = {}) {
  const folder = join(work, name);
  const file = writeSettings(folder, settingsOf(more));
  const outDir = join(folder, 'dist');
  const { status, output } = await run(file, outDir).done;
  if (status !== 0) throw new Error(`The build of ${name} failed:\n${output}`);
  return outDir;
}

function buildWarm() {
  return build('warm');
}

/** A build is cold when nothing was kept for its settings file; the last ones bundle anew too. */
async function compareWith(what, outDir, more = {}) {
  if (colds % 3 === 2)
    for (const name of listKept('app-')) rmSync(name, { recursive: true, force: true });
  const cold = await build(`cold-${++colds}`, more);
  const [expected, found] = [readTree(cold), readTree(outDir)];
  const names = new Set([...expected.keys(), ...found.keys()]);
  const differing = [...names].filter((name) => expected.get(name) !== found.get(name));
  if (differing.length > 0)
    throw new Error(
      `${what}, seed ${seed}: ${differing.length} files differ: ${differing.slice(0, 20).join(', ')}`,
    );
  console.log(`${what}: ${names.size} files are the same.`);
}

function run(file, outDir) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production', RUBRIC_SITE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => chunks.push(chunk));
  const done = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString() }));
  });
  return { child, done };
}

/** Kills a build after so many milliseconds: wherever it is then. */
async function killBuild(afterMs) {
  const file = writeSettings(join(work, 'warm'), settingsOf({}));
  const { child, done } = run(file, join(work, 'warm', 'dist'));
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await done;
  clearTimeout(timer);
}

/** Cuts off, changes or removes every third file that is kept in folders of one kind. */
function damage(kind) {
  const files = listKept(kind).flatMap((folder) => listFiles(folder));
  for (const [place, file] of files.entries()) {
    if (place % 3 !== 0) continue;
    const bytes = readFileSync(file);
    if (place % 2 === 0) writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    else if (place % 9 === 0) rmSync(file);
    else writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
  }
}

function listKept(kind) {
  return readdirSync(cacheFolder)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(cacheFolder, name));
}

/** Edits, adds, removes or renames a post, and says what was done. */
function changeSomething() {
  const files = listFiles(posts).filter((file) => file.endsWith('.md'));
  const file = files[draw(files.length)];
  const name = relative(posts, file);
  switch (draw(5)) {
    case 0:
      writeFileSync(
        join(posts, `new-${draw(1e6)}.md`),
        `+++\ntitle = "New ${draw(100)}"\ndate = 2020-01-0${1 + draw(9)}\n[taxonomies]\nkeywords = ["Markdown", "new"]\n+++\n\nA [link](${name}).\n`,
      );
      return 'added';
    case 1:
      rmSync(file);
      return `removed ${name}`;
    case 2:
      renameSync(file, join(dirname(file), `renamed-${draw(1e6)}.md`));
      return `renamed ${name}`;
    default:
      writeFileSync(
        file,
        Buffer.concat([readFileSync(file), Buffer.from(`\nLine ${draw(1e6)} with **words**.\n`)]),
      );
      return `edited ${name}`;
  }
}

/** A whole number below `limit`, from the seed. */
function draw(limit) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function readTree(folder) {
  return new Map(
    listFiles(folder).map((file) => [
      relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
