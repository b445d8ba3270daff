// Weighs what the first post costs that a reader opens in the app, when the app is up: the code that fetches and
// sanitizes it, the worker, and the parts of the worker that its text takes. Bytes after gzip, and requests one after the
// other.
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

/** Chunks of the worker for each kind of text, by the start of their names. A language is that of the sample. */
const texts = {
  'plain TOML': [],
  YAML: ['front-matter'],
  'code in one language': ['code-block', 'core', 'rust'],
  shortcodes: ['unknown-post', 'front-matter', 'entity-names', 'expand-shortcodes'],
  Liquid: ['unknown-post', 'front-matter', 'entity-names', 'expand-shortcodes', 'liquid'],
  'containers, definitions or footnotes': ['dialect'],
  'addresses with blanks or bars in code': ['leniency'],
  formulas: ['math', 'temml'],
  'HTML that is not plain': [],
};

/** Chunks beside the app's own file that show a post. */
const postCode = ['sanitize'];

/** Those that show HTML of which the sanitizer may take something away. */
const notPlain = ['sanitize', 'purify'];

/**
 * The cost of the first post in the app of the blog in `folder`, for each kind of text.
 *
 * @param appFiles - files of the app that are there before, as paths in the folder
 * @returns bytes of the worker's own file; for each kind of text all bytes, and the requests that follow one another
 */
export function weighFirstPost(folder, appFiles) {
  const files = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
  const find = (name) => {
    const found = files.filter((file) => file.slice(7).replace(/-[\w-]{8}\.js$/, '') === name);
    if (found.length !== 1) throw new Error(`${found.length} files are named \`${name}\`.`);
    return found[0];
  };
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  const importsOf = (file) =>
    parseSync(file, read(file)).module.staticImports.map(({ moduleRequest }) =>
      posix.join(posix.dirname(file), moduleRequest.value),
    );
  const closeOver = (names) => {
    const all = new Set(names);
    for (const file of all) for (const imported of importsOf(file)) all.add(imported);
    return all;
  };
  const zip = (file) => gzipSync(read(file), { level: 9 }).length;
  const weigh = (list) => list.reduce((sum, file) => sum + zip(file), 0);

  const worker = find('render-worker');
  // The page's imports are all preloaded at once; the worker's are not, so each level of them is a wait.
  const pageOf = (name) =>
    [...closeOver((name.startsWith('HTML') ? notPlain : postCode).map(find))].filter(
      (file) => !appFiles.has(file),
    );
  const levelsOf = (file, known) =>
    known.has(file)
      ? 0
      : 1 + Math.max(0, ...importsOf(file).map((imported) => levelsOf(imported, known)));
  return {
    workerBytes: weigh([...closeOver([worker])]),
    posts: Object.entries(texts).map(([name, parts]) => {
      const chunks = parts.map(find);
      const all = closeOver([worker, ...chunks]);
      const levels = chunks.map((file) =>
        levelsOf(file, new Set([worker, ...without(chunks, file)])),
      );
      return {
        name,
        bytes: weigh([...pageOf(name), ...all]),
        // The worker and the sanitizer beside text and record, then the parts.
        levels: 1 + Math.max(0, ...levels),
      };
    }),
  };
}

function without(list, item) {
  return list.filter((other) => other !== item);
}
