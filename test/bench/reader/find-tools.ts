import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that the blog is compared with; none is a dependency of this project. */
const packages = { eleventy: '@11ty/eleventy', docsify: 'docsify' } as const;

/** Folder of packages that holds `name`, got from npm once into the system's temporary folder; `undefined` without it. */
export function findTool(name: keyof typeof packages): string | undefined {
  const folder = join(tmpdir(), 'rubric-bench-tools', name);
  const modules = join(folder, 'node_modules');
  const wanted = packages[name];
  if (existsSync(join(modules, wanted, 'package.json'))) return modules;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', wanted];
  const { status } = spawnSync('npm', args, { cwd: folder, timeout: 120_000, stdio: 'ignore' });
  if (status === 0) return modules;
  console.error(`reader: no ${wanted} to be had from npm, left out.`);
  return undefined;
}
