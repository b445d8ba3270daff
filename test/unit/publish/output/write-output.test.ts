import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { foldNothing } from '../../../../src/publish/disk/find-fold.ts';
import { realDisk } from '../../../../src/publish/output/stage.ts';
import type { Disk } from '../../../../src/publish/output/stage.ts';
import { createWriter } from '../../../../src/publish/output/write-output.ts';
import type { OutputWriter } from '../../../../src/publish/output/write-output.ts';
import { foldPath } from '../../../../src/content/text/fold.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** A disk that is full when `call` is made for the second time after the folder of what is aside. */
function createDiskFullAt(call: 'writeFile' | 'copyFile' | 'openFolder'): Disk {
  let left = call === 'openFolder' ? 3 : 2;
  const count = (name: typeof call): void => {
    if (name === call && --left === 0)
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
  return {
    ...realDisk,
    async writeFile(file, content) {
      count('writeFile');
      return realDisk.writeFile(file, content);
    },
    async copyFile(source, file) {
      count('copyFile');
      return realDisk.copyFile(source, file);
    },
    openFolder(folder) {
      count('openFolder');
      realDisk.openFolder(folder);
    },
  };
}

/** Two pages and two pictures into `out`. */
async function publish(writer: OutputWriter, folder: string): Promise<void> {
  await writer.copy({ fileName: 'p.png', file: join(folder, 'in/p.png') });
  await writer.copy({ fileName: 'q/q.png', file: join(folder, 'in/q.png') });
  await writer.write({ fileName: 'a.html', content: 'new a' });
  await writer.write({ fileName: 'b.html', content: 'new b' });
  await writer.finish();
}

/** The text of all files below a folder, by path. */
function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('createWriter', () => {
  test('writes text and bytes into new folders and counts them', async () => {
    const folder = makeFolder();
    const writer = createWriter(folder);
    await writer.write({ fileName: 'posts/é/index.html', content: 'é' });
    await writer.write({ fileName: 'a.bin', content: new Uint8Array([1, 2, 3]) });
    await writer.finish();
    expect(readFileSync(join(folder, 'posts/é/index.html'), 'utf8')).toBe('é');
    expect(writer.count).toBe(2);
    expect(writer.sizeBytes).toBe(5);
    expect(writer.problems).toEqual([]);
  });

  test('copies byte for byte', async () => {
    const folder = makeFolder({ 'from/a.bin': new Uint8Array([0, 255, 13, 10]) });
    const writer = createWriter(join(folder, 'to'));
    await writer.copy({ fileName: 'b/a.bin', file: join(folder, 'from/a.bin') });
    await writer.finish();
    expect([...readFileSync(join(folder, 'to/b/a.bin'))]).toEqual([0, 255, 13, 10]);
  });

  test('counts the bytes of all files: written, copied, and of the app', async () => {
    const folder = makeFolder({ 'in/a.png': '12345', 'out/app.js': '1234567' });
    const writer = createWriter(join(folder, 'out'));
    writer.keep('app.js');
    await writer.copy({ fileName: 'a.png', file: join(folder, 'in/a.png') });
    await writer.write({ fileName: 'b.txt', content: 'é' });
    await writer.settle();
    await writer.write({ fileName: 'b.txt', content: 'és' });
    await writer.finish();
    expect([writer.count, writer.sizeBytes]).toEqual([3, 15]);
  });

  test("reports a file of the blogger's own that the blog replaces", async () => {
    const folder = makeFolder({ 'in/index.html': 'mine' });
    const writer = createWriter(join(folder, 'out'));
    await writer.copy({ fileName: 'index.html', file: join(folder, 'in/index.html') });
    await writer.settle();
    await writer.write({ fileName: 'index.html', content: 'ours' });
    await writer.finish();
    expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('ours');
    expect(writer.problems).toMatchObject([
      { kind: 'asset', file: 'index.html', message: expect.stringContaining('in/index.html') },
    ]);
  });

  test('writes a file of the blog where a folder of the blogger has its name, and says so', async () => {
    const folder = makeFolder({
      'in/atom.xml/index.html': 'old',
      'in/atom.xml/a/b.txt': '',
      'in/atom.xml2': '',
    });
    for (let build = 0; build < 2; build++) {
      const writer = createWriter(join(folder, 'out'));
      for (const fileName of ['atom.xml/index.html', 'atom.xml/a/b.txt', 'atom.xml2'])
        await writer.copy({ fileName, file: join(folder, 'in', fileName) });
      await writer.settle();
      await writer.write({ fileName: 'atom.xml', content: '<feed/>' });
      await writer.finish();
      expect(readFileSync(join(folder, 'out/atom.xml'), 'utf8')).toBe('<feed/>');
      expect(existsSync(join(folder, 'out/atom.xml2'))).toBe(true);
      expect(writer.count).toBe(2);
      expect(writer.problems).toEqual([
        {
          kind: 'asset',
          severity: 'warning',
          file: 'atom.xml',
          message:
            'The blog writes a file `atom.xml`, so your folder of that name is not published, with 2 files in it.',
          remedy: 'Give the folder another name, or remove it.',
        },
      ]);
    }
  });

  test('tells how far it has come in removing what was there before', async () => {
    const folder = makeFolder({ 'old.html': '' });
    const writer = createWriter(folder);
    await writer.write({ fileName: 'a/index.html', content: '' });
    await writer.write({ fileName: 'b/index.html', content: '' });
    const told: string[] = [];
    await writer.finish((done, total) => void told.push(`${done}/${total}`));
    expect(told).toEqual(['1/2', '2/2']);
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
    await writer.finish();
    expect(writer.count).toBe(1);
    expect(writer.problems).toHaveLength(1);
  });

  test('reports a file where a folder is', async () => {
    const writer = createWriter(makeFolder());
    await writer.write({ fileName: 'posts/a.md', content: '' });
    await writer.write({ fileName: 'posts', content: '' });
    await writer.finish();
    expect(writer.problems).toHaveLength(1);
    expect(writer.count).toBe(1);
  });

  test('reports a source that is gone', async () => {
    const folder = makeFolder();
    const writer = createWriter(folder);
    await writer.copy({ fileName: 'a.png', file: join(folder, 'gone.png') });
    await writer.finish();
    expect(writer.problems).toMatchObject([{ kind: 'asset', file: 'a.png' }]);
  });

  test('does not touch what has not changed', async () => {
    const folder = makeFolder({
      'in/a.png': 'picture',
      'out/a.png': 'picture',
      'out/b.txt': 'text',
    });
    const old = new Date(2001, 1, 1);
    for (const name of ['a.png', 'b.txt']) utimesSync(join(folder, 'out', name), old, old);
    const writer = createWriter(join(folder, 'out'));
    await writer.copy({ fileName: 'a.png', file: join(folder, 'in/a.png') });
    await writer.write({ fileName: 'b.txt', content: 'text' });
    await writer.finish();
    for (const name of ['a.png', 'b.txt']) {
      expect(statSync(join(folder, 'out', name)).mtimeMs).toBe(old.getTime());
    }
  });

  test('writes what has changed without changing its length', async () => {
    const folder = makeFolder({ 'in/a.png': 'new', 'out/a.png': 'old', 'out/b.txt': 'old' });
    const writer = createWriter(join(folder, 'out'));
    await writer.copy({ fileName: 'a.png', file: join(folder, 'in/a.png') });
    await writer.write({ fileName: 'b.txt', content: 'new' });
    await writer.finish();
    expect(readFileSync(join(folder, 'out/a.png'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'out/b.txt'), 'utf8')).toBe('new');
  });

  test.each(['writeFile', 'copyFile', 'openFolder'] as const)(
    'leaves all that was published when %s finds the disk full half way',
    async (call) => {
      const before = { 'out/a.html': 'old a', 'out/b.html': 'old b', 'out/gone.html': 'old' };
      const folder = makeFolder({ ...before, 'in/p.png': '1', 'in/q.png': '2' });
      const out = join(folder, 'out');
      const writer = createWriter(out, foldNothing, createDiskFullAt(call));
      await expect(publish(writer, folder)).rejects.toMatchObject({ code: 'ENOSPC' });
      await writer.discard();
      expect(readTree(out)).toEqual({ 'a.html': 'old a', 'b.html': 'old b', 'gone.html': 'old' });
      // With room for it the same build goes through.
      await publish(createWriter(out), folder);
      expect(readTree(out)).toEqual({
        'a.html': 'new a',
        'b.html': 'new b',
        'p.png': '1',
        'q/q.png': '2',
      });
    },
  );

  test('leaves all that was published when it is killed before the end', async () => {
    const folder = makeFolder({ 'a.html': 'old', 'b.html': 'old' });
    const killed = createWriter(folder);
    await killed.write({ fileName: 'a.html', content: 'new' });
    await killed.settle();
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('old');
    const next = createWriter(folder);
    await next.write({ fileName: 'a.html', content: 'newer' });
    await next.finish();
    expect(readTree(folder)).toEqual({ 'a.html': 'newer' });
  });

  test('removes what is no part of the blog any more', async () => {
    const folder = makeFolder({
      'old/a/b.html': '',
      'old.html': '',
      'app.js': '',
      '.git/HEAD': '',
    });
    const writer = createWriter(folder);
    writer.keep('app.js');
    await writer.write({ fileName: 'index.html', content: '' });
    await writer.finish();
    expect(readdirSync(folder).toSorted()).toEqual(['.git', 'app.js', 'index.html']);
  });

  test('writes where the last build had a folder or a file in the way', async () => {
    const folder = makeFolder({ 'a/index.html': 'old', b: 'old' });
    const writer = createWriter(folder);
    await writer.write({ fileName: 'a', content: 'new' });
    await writer.write({ fileName: 'b/index.html', content: 'new' });
    await writer.finish();
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'b/index.html'), 'utf8')).toBe('new');
    expect(writer.problems).toEqual([]);
  });

  describe('on a disk that ignores capitals and how accents are composed', () => {
    test('keeps a page that lies in a folder of another spelling', async () => {
      // What such a disk shows of a page written to `posts/mytrip/` where `posts/MyTrip/` was.
      const folder = makeFolder({ 'posts/MyTrip/index.html': 'page', 'posts/Old/index.html': '' });
      const writer = createWriter(folder, foldPath);
      await writer.write({ fileName: 'posts/mytrip/index.html', content: 'page' });
      await writer.finish();
      expect(readFileSync(join(folder, 'posts/MyTrip/index.html'), 'utf8')).toBe('page');
      expect(existsSync(join(folder, 'posts/Old'))).toBe(false);
    });

    test('keeps what the disk names with accents apart', async () => {
      const folder = makeFolder({ 'cafe\u0301/a.png': 'old' });
      const writer = createWriter(folder, foldPath);
      await writer.write({ fileName: 'caf\u00e9/a.png', content: 'new' });
      await writer.finish();
      expect(existsSync(join(folder, 'cafe\u0301/a.png'))).toBe(true);
    });

    test('counts a file of two spellings once, and reports the one that is replaced', async () => {
      const folder = makeFolder({ 'in/Index.html': 'mine' });
      const writer = createWriter(join(folder, 'out'), foldPath);
      await writer.copy({ fileName: 'Index.html', file: join(folder, 'in/Index.html') });
      await writer.settle();
      await writer.write({ fileName: 'index.html', content: 'ours, longer' });
      await writer.finish();
      expect([writer.count, writer.sizeBytes]).toEqual([1, 12]);
      expect(writer.problems).toMatchObject([{ kind: 'asset', file: 'index.html' }]);
    });

    test('reports once a folder that has one of two spellings', async () => {
      const writer = createWriter(makeFolder(), foldPath);
      for (const fileName of ['posts/MyTrip/a.png', 'posts/mytrip/index.html', 'posts/mytrip/b']) {
        await writer.write({ fileName, content: '' });
      }
      await writer.finish();
      expect(writer.problems).toMatchObject([
        {
          kind: 'permalink',
          file: 'posts/mytrip/index.html',
          message: expect.stringMatching(/`posts\/MyTrip` and `posts\/mytrip` are one folder/),
        },
      ]);
    });
  });
});
