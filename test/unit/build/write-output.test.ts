import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createWriter } from '../../../src/build/write-output.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

describe('createWriter', () => {
  test('writes text and bytes into new folders and counts them', async () => {
    const folder = makeFolder();
    const writer = createWriter(folder);
    await writer.write({ fileName: 'posts/é/index.html', content: 'é' });
    await writer.write({ fileName: 'a.bin', content: new Uint8Array([1, 2, 3]) });
    expect(readFileSync(join(folder, 'posts/é/index.html'), 'utf8')).toBe('é');
    expect(writer.count).toBe(2);
    expect(writer.sizeBytes).toBe(5);
    expect(writer.problems).toEqual([]);
  });

  test('copies byte for byte', async () => {
    const folder = makeFolder({ 'from/a.bin': new Uint8Array([0, 255, 13, 10]) });
    await createWriter(join(folder, 'to')).copy({
      fileName: 'b/a.bin',
      file: join(folder, 'from/a.bin'),
    });
    expect([...readFileSync(join(folder, 'to/b/a.bin'))]).toEqual([0, 255, 13, 10]);
  });

  test.each([
    ['a name that leads out', '../stolen.html'],
    ['one that leads out deeper down', 'posts/../../stolen.html'],
    ['the folder itself', 'posts/..'],
    ['a null byte', 'a\0b'],
  ])('refuses %s', async (_what, fileName) => {
    const folder = makeFolder();
    const writer = createWriter(join(folder, 'dist'));
    await writer.write({ fileName, content: 'x' });
    expect(existsSync(join(folder, 'stolen.html'))).toBe(false);
    expect(writer.count).toBe(0);
    expect(writer.problems).toMatchObject([{ file: fileName }]);
  });

  test('reports a name too long and goes on', async () => {
    const writer = createWriter(makeFolder());
    await writer.write({ fileName: `${'x'.repeat(300)}/index.html`, content: '' });
    await writer.write({ fileName: 'index.html', content: '' });
    expect(writer.count).toBe(1);
    expect(writer.problems).toHaveLength(1);
  });

  test('reports a file where a folder is', async () => {
    const writer = createWriter(makeFolder({ 'posts/a.md': '' }));
    await writer.write({ fileName: 'posts', content: '' });
    expect(writer.problems).toHaveLength(1);
  });

  test('reports a source that is gone', async () => {
    const folder = makeFolder();
    const writer = createWriter(folder);
    await writer.copy({ fileName: 'a.png', file: join(folder, 'gone.png') });
    expect(writer.problems).toMatchObject([{ kind: 'asset', file: 'a.png' }]);
  });
});
