// Compares what two states of the code publish: the sample blog and, where they are at hand, the folders of real
// posts. `node test/support/compare-builds.mjs REVISION` builds each blog with the code of REVISION and with that of
// the working tree, and prints every published file that differs. The app's own files carry a hash of their content
// in their names, and lists an id of the build, which follows the code: both are left out of the comparison.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listCorpora } from './e2e-sites.mjs';
import { readSampleSettings, root, writeSettings } from './build-site.mjs';

/** Differences shown of each blog; the rest is counted. */
const shownFiles = 40;

const revision = process.argv[2];
if (revision === undefined) {
  console.error('Usage: node test/support/compare-builds.mjs REVISION');
  process.exit(2);
}

const work = join(root, '.cache', 'compare');
const oldCheckout = checkOut(revision);
const blogs = [
  { name: 'sample', settings: { ...readSampleSettings(), url: 'https://blog.example/' } },
  ...listCorpora(),
];
let differences = 0;
for (const { name, settings } of blogs) {
  const [old, now] = [
    ['before', oldCheckout],
    ['now', root],
  ].map(([label, checkout]) => build(checkout, join(work, name, label), settings));
  differences += report(name, compare(old, now));
}
process.exitCode = differences === 0 ? 0 : 1;

/** A checkout of `commit` with its packages installed, made anew only when the commit is another one. */
function checkOut(commit) {
  const hash = git('rev-parse', `${commit}^{commit}`).trim();
  const folder = join(work, 'checkouts', hash);
  if (!existsSync(join(folder, 'node_modules'))) {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', folder, hash);
    execFileSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
  }
  return folder;
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}

/** Builds the blog of `settings` with the code of `checkout`, and gives its published files by name. */
function build(checkout, folder, settings) {
  rmSync(folder, { recursive: true, force: true });
  for (const own of [settings.posts, settings.pages, settings.static, settings.shortcodes]) {
    if (own?.startsWith(work)) mkdirSync(own, { recursive: true });
  }
  const file = writeSettings(folder, settings);
  const outDir = join(folder, 'dist');
  const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--outDir', outDir, '--emptyOutDir'],
    {
      cwd: checkout,
      env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production', RUBRIC_SITE: file },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(`The build of ${folder} failed:\n${stdout}\n${stderr}`);
  const files = readFiles(outDir);
  files.buildId = JSON.parse(files.get('data/v1/root.json').toString()).buildId;
  files.set('(report of the build)', readReport(stdout + stderr));
  return files;
}

/** The problems that a build printed, without what the bundler says of its files and times, and without the summary. */
function readReport(text) {
  const lines = text
    .split('\n')
    .filter(
      (line) => line.trim() !== '' && !/^dist\/|\bkB\b|built in| · |: \d+ of \d+, /.test(line),
    )
    .filter(
      (line) => !/modules transformed|PLUGIN_TIMINGS|callback|^ +- plugin |rolldown\.rs/.test(line),
    );
  return Buffer.from(lines.toSorted().join('\n'));
}

/** Published files by name, the app's own under a name without hash. */
function readFiles(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (!/^assets\/.*\.js$/.test(name)) files.set(withoutHashes(name), readFileSync(path));
  }
  return files;
}

/** `assets/index-Abc123_x.js` → `assets/index-*.js` */
function withoutHashes(text) {
  return text.replace(/(assets\/[\w.-]+?)-[\w-]{8}(\.\w+)/g, '$1-*$2');
}

function compare(oldFiles, freshFiles) {
  const names = new Set([...oldFiles.keys(), ...freshFiles.keys()]);
  return [...names].toSorted().flatMap((name) => {
    const [old, fresh] = [oldFiles.get(name), freshFiles.get(name)];
    if (old === undefined) return [`+ ${name}`];
    if (fresh === undefined) return [`- ${name}`];
    return isSame(old, fresh, [oldFiles.buildId, freshFiles.buildId]) ? [] : [`≠ ${name}`];
  });
}

function isSame(old, fresh, [oldId, freshId]) {
  if (old.equals(fresh)) return true;
  const oldText = withoutHashes(old.toString('latin1')).replaceAll(oldId, '*');
  return oldText === withoutHashes(fresh.toString('latin1')).replaceAll(freshId, '*');
}

function report(name, lines) {
  console.log(`${name}: ${lines.length === 0 ? 'same' : `${lines.length} files differ`}`);
  for (const line of lines.slice(0, shownFiles)) console.log(`  ${line}`);
  if (lines.length > shownFiles) console.log(`  … and ${lines.length - shownFiles} more`);
  return lines.length;
}
