import type { Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';

import { findAssets } from '../../../../src/publish/pages/find-assets.ts';

function makeOutput(items: readonly object[]): Rolldown.RolldownOutput {
  return { output: items } as unknown as Rolldown.RolldownOutput;
}

const shared = { type: 'chunk', fileName: 'shared.js', isEntry: false, imports: ['base.js'] };
const base = { type: 'chunk', fileName: 'base.js', isEntry: false, imports: ['shared.js'] };
const lazy = { type: 'chunk', fileName: 'lazy.js', isEntry: false, imports: ['shared.js'] };
const entry = { type: 'chunk', fileName: 'index.js', isEntry: true, imports: ['shared.js'] };
const sheet = { type: 'asset', fileName: 'style.css', source: 'a{b:c}' };
const font = { type: 'asset', fileName: 'face.woff2', source: new Uint8Array() };

describe('findAssets', () => {
  test('finds the entry, all it imports at once, and the styles', () => {
    expect(findAssets(makeOutput([lazy, font, shared, base, entry, sheet]))).toEqual({
      script: 'index.js',
      imports: ['shared.js', 'base.js'],
      sheets: ['style.css'],
      css: 'a{b:c}',
      files: ['lazy.js', 'face.woff2', 'shared.js', 'base.js', 'index.js', 'style.css'],
    });
  });

  test('rejects a bundle without entry', () => {
    expect(() => findAssets(makeOutput([shared]))).toThrow('no entry');
  });
});
