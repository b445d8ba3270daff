// Builds the sample blog and weighs what a reader's first view costs, in bytes after gzip, against the
// budgets of the design. Prints every figure; fails when one is over.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseSync } from 'vite';
import { buildForTests, listSites } from './e2e-sites.mjs';
import { weighFirstPost } from './weigh-first-post.mjs';

const kilobyte = 1000;

/** What a post may cost its first reader. */
const budgets = {
  'HTML of a post beyond a hand-written page of the same text': 7 * kilobyte,
  'JavaScript of a first view': 20 * kilobyte,
  'post view with everything but the font': 35 * kilobyte,
  // Not part of a first view: it comes when the reader moves.
  'JavaScript of the app that follows': 48.8 * kilobyte,
};

/** What a post may take of its host, uncompressed: a blog of ten thousand must fit. */
const disk = {
  'page and record of a post beyond its text, on the disk': 26 * kilobyte,
};

/** What opening a first post in the app may cost beside its text, by what the text takes. */
const firstPost = {
  worker: 35 * kilobyte,
  levels: 3,
  bytes: {
    'plain TOML': 41 * kilobyte,
    YAML: 48.4 * kilobyte,
    'code in one language': 56.8 * kilobyte,
    shortcodes: 79.6 * kilobyte,
    Liquid: 84.5 * kilobyte,
    'containers, definitions or footnotes': 47.6 * kilobyte,
    'addresses with blanks or bars in code': 43 * kilobyte,
    formulas: 102.6 * kilobyte,
    'HTML that is not plain': 54 * kilobyte,
  },
};

// The browser tests read the same build.
const { outDir, seconds } = await buildForTests(listSites().find(({ name }) => name === 'root'));
console.log(`Built the sample blog in ${seconds.toFixed(1)} s.`);

const faults = [];
const posts = findPosts();
if (posts.length === 0) faults.push(`No prerendered post was found in ${outDir}.`);

const worst = {};
for (const file of posts) {
  for (const [name, bytes] of Object.entries(weigh(file).bytes)) {
    if (bytes > (worst[name]?.bytes ?? -Infinity)) worst[name] = { bytes, file };
  }
}
for (const file of posts) {
  const bytes = weighOnDisk(file);
  const name = 'page and record of a post beyond its text, on the disk';
  if (bytes > (worst[name]?.bytes ?? -Infinity)) worst[name] = { bytes, file };
}
for (const [name, limit] of Object.entries({ ...budgets, ...disk })) {
  const found = worst[name];
  if (found === undefined) continue;
  const isOver = found.bytes > limit;
  console.log(
    `${isOver ? 'OVER' : 'ok  '}  ${name}: ${found.bytes} of ${limit} bytes (${found.file})`,
  );
  if (isOver) faults.push(`${name} is ${found.bytes} bytes; at most ${limit} are allowed.`);
}
checkFirstPost();
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

/** Prerendered posts: pages with a `post.json` beside them. */
function findPosts() {
  return readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.name === 'post.json' && existsSync(join(entry.parentPath, 'index.html')),
    )
    .map((entry) => relative(outDir, join(entry.parentPath, 'index.html')).split(sep).join('/'))
    .filter(
      (file) => JSON.parse(readOut(posix.join(dirname(file), 'post.json'))).collection === 'posts',
    );
}

function checkFirstPost() {
  const first = posts[0];
  if (first === undefined) return;
  const { workerBytes, posts: kinds } = weighFirstPost(outDir, weigh(first).appFiles);
  report('worker that renders posts', workerBytes, firstPost.worker);
  for (const { name, bytes, levels } of kinds) {
    report(
      `first post in the app, ${name}, in ${levels} round trips`,
      bytes,
      firstPost.bytes[name],
    );
    if (levels > firstPost.levels) faults.push(`${name}: ${levels} requests follow one another.`);
  }
}

/** Bytes beside the text itself of what is written for one post. */
function weighOnDisk(file) {
  const html = readOut(file);
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const body = document.querySelector('article .prose')?.innerHTML ?? '';
  const record = readOut(posix.join(dirname(file), 'post.json'));
  return Buffer.byteLength(html) + Buffer.byteLength(record) - Buffer.byteLength(body);
}

function report(name, bytes, limit) {
  console.log(`${bytes > limit ? 'OVER' : 'ok  '}  ${name}: ${bytes} of ${limit} bytes`);
  if (bytes > limit) faults.push(`${name} is ${bytes} bytes; at most ${limit} are allowed.`);
}

function weigh(file) {
  const html = readOut(file);
  // Its parser of styles knows no layers, and says so each time.
  const virtualConsole = new VirtualConsole();
  const { document } = new JSDOM(html, { url: `https://blog.example/${file}`, virtualConsole })
    .window;
  const scripts = withImports([
    ...addresses(document, 'script[src]', 'src'),
    ...addresses(document, 'link[rel~=modulepreload]', 'href'),
  ]);
  const all = withImports([...scripts].flatMap(findLater));
  const styles = addresses(document, 'link[rel~=stylesheet]', 'href');
  checkBlocking(document, file);
  const page = zipped(html);
  const javascript = sum([...scripts].map((name) => zipped(readOut(name))));
  const bytes = {
    'HTML of a post beyond a hand-written page of the same text':
      page - zipped(writeByHand(document)),
    'JavaScript of a first view': javascript,
    'post view with everything but the font':
      page + javascript + sum(styles.map((name) => zipped(readOut(name)))),
    'JavaScript of the app that follows': sum(
      [...all].filter((name) => !scripts.has(name)).map((name) => zipped(readOut(name))),
    ),
  };
  return { bytes, appFiles: all };
}

/** The text must be readable after one request: nothing in the head may hold the first paint. */
function checkBlocking(document, file) {
  const blocking = [
    ...document.querySelectorAll('script[src]:not([type=module], [async], [defer])'),
    ...document.querySelectorAll('head link[rel~=stylesheet]:not([media=print])'),
  ];
  for (const element of blocking) {
    faults.push(`${file}: ${element.outerHTML} holds the first paint. Inline it or load it later.`);
  }
}

/** The page that someone would write by hand for the same text. */
function writeByHand(document) {
  const body = document.querySelector('article .prose')?.innerHTML;
  if (body === undefined) faults.push('A post has no `article .prose`, which holds its text.');
  const title = document.querySelector('h1')?.textContent ?? '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body ?? ''}`;
}

/** Paths in the output folder of what `selector` finds, our own files only. */
function addresses(document, selector, name) {
  return [...document.querySelectorAll(selector)]
    .map((element) => new URL(element.getAttribute(name), document.baseURI))
    .filter(({ origin }) => origin === 'https://blog.example')
    .map(({ pathname }) => decodeURIComponent(pathname.slice(1)));
}

/** `files` and everything they import at once; what comes by `import()` is not part of a first view. */
function withImports(files) {
  const all = new Set(files);
  for (const file of all) {
    const { module } = parseSync(file, readOut(file));
    for (const { moduleRequest } of module.staticImports) {
      all.add(posix.join(posix.dirname(file), moduleRequest.value));
    }
    for (const { entries } of module.staticExports) {
      for (const { moduleRequest } of entries) {
        if (moduleRequest) all.add(posix.join(posix.dirname(file), moduleRequest.value));
      }
    }
  }
  return all;
}

/** What `file` loads by `import()`. */
function findLater(file) {
  const text = readOut(file);
  return parseSync(file, text).module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    posix.join(posix.dirname(file), text.slice(start + 1, end - 1)),
  );
}

function readOut(file) {
  return readFileSync(join(outDir, file), 'utf8');
}

function zipped(text) {
  return gzipSync(text, { level: 9 }).length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
