import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether this code was compiled for an installed package; in a checkout the sources run. */
export const isCompiled = import.meta.url.endsWith('.js');

/** Folder of Rubric's own `package.json`, `index.html` and `src`: a checkout, or a package that is installed. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'src', 'entry-client.tsx'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The package of Rubric is incomplete: it has no sources.');
  return findRoot(parent);
}

/**
 * Folders of the packages that the one at `root` depends on, in the order of its `package.json`. They may lie in it, beside it or
 * above it, as each package manager likes; one that is linked is where the link leads, and one that is not installed is left
 * out.
 */
export function listPackages(root: string): readonly string[] {
  const manifest = readManifest(join(root, 'package.json'));
  const require = createRequire(join(root, 'package.json'));
  return Object.keys(manifest.dependencies ?? {}).flatMap((name) => {
    const folders = require.resolve.paths(name)?.map((folder) => join(folder, name)) ?? [];
    const found = folders.find((folder) => existsSync(join(folder, 'package.json')));
    return found === undefined ? [] : realpathSync(found);
  });
}

/** The fields of a `package.json` that Rubric reads. */
export interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The manifest in `file`; an empty one where there is none. */
export function readManifest(file: string): Manifest {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}
