import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  listPackages,
  packageRoot,
  readManifest,
} from '../../../../src/publish/package/package-root.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('packageRoot', () => {
  test('is the folder of the manifest', () => {
    expect(readManifest(join(packageRoot, 'package.json')).version).toMatch(/^\d/);
  });
});

describe('listPackages', () => {
  test('finds packages inside of a package, beside it and above', () => {
    const home = makeFolder({
      'node_modules/above/package.json': '{}',
      'blog/node_modules/@a/beside/package.json': '{}',
      'blog/node_modules/rubric/node_modules/inside/package.json': '{}',
      'blog/node_modules/rubric/package.json': JSON.stringify({
        dependencies: { inside: '1', '@a/beside': '1', above: '1', lost: '1' },
      }),
    });
    expect(listPackages(join(home, 'blog/node_modules/rubric'))).toEqual([
      join(home, 'blog/node_modules/rubric/node_modules/inside'),
      join(home, 'blog/node_modules/@a/beside'),
      join(home, 'node_modules/above'),
    ]);
  });

  test('gives where a link leads, as pnpm links packages', () => {
    const home = makeFolder({
      'store/kept/package.json': '{}',
      'rubric/package.json': JSON.stringify({ dependencies: { kept: '1' } }),
      'rubric/node_modules/other/package.json': '{}',
    });
    symlinkSync(join(home, 'store/kept'), join(home, 'rubric/node_modules/kept'), 'junction');
    expect(listPackages(join(home, 'rubric'))).toEqual([join(home, 'store/kept')]);
  });
});
