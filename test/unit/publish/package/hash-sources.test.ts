import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { hashSources } from '../../../../src/publish/package/hash-sources.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const checkout = { 'src/a.ts': 'a', 'src/deep/b.css': 'b', 'package.json': '{}', 'README.md': 'c' };

describe('hashSources', () => {
  test('is the same for the same files, wherever they lie', () => {
    const hash = hashSources(makeFolder(checkout));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashSources(makeFolder(checkout))).toBe(hash);
  });

  test.each([
    ['a source', 'src/deep/b.css', 'B'],
    ['a new source', 'src/c.ts', ''],
    ['a package', 'package.json', '{ }'],
    ['the settings of Vite', 'vite.config.ts', ''],
  ])('changes with %s', (_what, name, content) => {
    const root = makeFolder(checkout);
    const before = hashSources(root);
    writeFileSync(join(root, name), content);
    expect(hashSources(root)).not.toBe(before);
  });

  test('changes when a source is gone, not with what is no source', () => {
    const root = makeFolder(checkout);
    const before = hashSources(root);
    writeFileSync(join(root, 'README.md'), 'd');
    expect(hashSources(root)).toBe(before);
    rmSync(join(root, 'src/a.ts'));
    expect(hashSources(root)).not.toBe(before);
  });
});
