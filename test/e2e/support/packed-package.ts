import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** The part of `package-lock.json` that is read here. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean } | undefined>>;
}

/**
 * Packs this checkout and installs it into `folder`, as npm does but for the network: the tarball is taken apart, and
 * beside it lie the packages that npm would bring for readers of `dependencies`. Those of `devDependencies` are not
 * there, so that a package which is missing in the manifest is missed.
 *
 * @returns path of the script that `npx rubric` runs
 */
export function installPacked(folder: string): string {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const name = /"filename": "([^"]+)"/.exec(packed)?.[1];
  if (name === undefined) throw new Error(`npm pack names no tarball:\n${packed}`);
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'rubric');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, name), '-C', own, '--strip-components=1']);
  for (const each of listInstalled()) {
    mkdirSync(dirname(join(folder, each)), { recursive: true });
    symlinkSync(join(root, each), join(folder, each), 'junction');
  }
  const script = join(own, 'bin', 'rubric.js');
  chmodSync(script, 0o755);
  return script;
}

/** Packages that an installation without `devDependencies` has at its first level: `node_modules/vite`. */
function listInstalled(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.lastIndexOf('node_modules/') === 0 && entry?.dev !== true)
    .map(([path]) => path);
}
