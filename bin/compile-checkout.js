// The command of a checkout, compiled: running its TypeScript through Vite takes two seconds and 170 MB each time.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ownRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Written last: a folder without it is not whole. */
const mark = 'rubric.js';

/** Compiled code that is not the present one stays for so long, as a server may run on it. */
const staleMs = 7 * 24 * 60 * 60 * 1000;

/** Address of the folder with the compiled command of the present sources in `root`. Several processes may ask at a time. */
export async function compileCheckout(root = ownRoot) {
  const cache = join(root, 'node_modules', '.cache', 'rubric');
  const folder = join(cache, `command-${hashSources(root).slice(0, 16)}`);
  if (!existsSync(join(folder, mark))) {
    removeOld(cache);
    await compile(root, folder);
  }
  return pathToFileURL(`${folder}/`);
}

/** Makes the code elsewhere and renames it into place: whoever is stopped leaves nothing half written. */
async function compile(root, folder) {
  const draft = join(dirname(folder), `draft-command-${process.pid}-${Date.now()}`);
  const { build } = await import('vite');
  await build({
    root,
    configFile: join(root, 'compile.config.ts'),
    envDir: false,
    logLevel: 'error',
    build: { outDir: draft },
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process was faster with the same files.
    if (!existsSync(join(folder, mark))) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Of all that the compiled code follows from. */
function hashSources(root) {
  const hash = createHash('sha256').update(process.version);
  const src = join(root, 'src');
  const sources = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const others = ['compile.config.ts', 'package.json', 'node_modules/.package-lock.json'];
  for (const file of [...others.map((name) => join(root, name)), ...sources]) {
    hash.update(`${relative(root, file)}\n`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function removeOld(cache) {
  const names = existsSync(cache) ? readdirSync(cache) : [];
  for (const name of names.filter((one) => /^(?:draft-)?command-/.test(one))) {
    const folder = join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > staleMs)
      rmSync(folder, { recursive: true, force: true });
  }
}
