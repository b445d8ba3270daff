import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version: string;
  /** Not of packages older than the field. */
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const root = join(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
>;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const page = read('docs/licences.md');

/** Licences that the lock file does not tell, from the packages themselves. */
const unsaid: Readonly<Record<string, string>> = { 'node_modules/unidecode': 'BSD-3-Clause' };

/** The cells of each row of the page's tables. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

describe('docs/licences.md', () => {
  test('names each package that a blog may hold, with its version and licence', () => {
    const listed = rows.filter((cells) => lock.packages[`node_modules/${cells[1]}`] !== undefined);
    for (const [, name, version, license] of listed) {
      const path = `node_modules/${name}`;
      expect({ license: unsaid[path], ...lock.packages[path] }).toMatchObject({ version, license });
    }
    const names = listed.map((cells) => cells[1]);
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
  });

  test('counts the packages of each licence', () => {
    const counts: Record<string, number> = {};
    for (const [path, { license = unsaid[path] ?? '' }] of packages)
      counts[license] = (counts[license] ?? 0) + 1;
    for (const [license, count] of Object.entries(counts))
      expect(rows).toContainEqual(['', license, String(count), '']);
  });
});

describe('package-lock.json', () => {
  test('has an exact version, a hash and no script of installation for each package', () => {
    const loose = packages.filter(
      ([, { version, integrity, hasInstallScript }]) =>
        !/^\d+\.\d+\.\d+/.test(version) || integrity === undefined || hasInstallScript === true,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('is asked for exact versions alone', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const version of Object.values(asked)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
