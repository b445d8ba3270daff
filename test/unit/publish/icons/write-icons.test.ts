import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { defaultMark } from '../../../../src/publish/icons/default-mark.ts';
import { drawIcon } from '../../../../src/publish/icons/draw-icon.ts';
import { writeIcons } from '../../../../src/publish/icons/write-icons.ts';
import type { Site } from '../../../../src/content/site/site.ts';
import { testSite } from '../../../support/create-meta.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

interface Made {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Names and sizes in the manifest. */
  readonly offered: readonly string[];
}

function draw(sizePx: number, share = 0.66): Uint8Array {
  return drawIcon(defaultMark, { sizePx, share });
}

/** The files beside those of the blogger's own; `own` tells the sizes of pictures. */
async function make(own: Readonly<Record<string, number>>, site: Site = testSite): Promise<Made> {
  const pictures = Object.entries(own).map(
    ([name, sizePx]) => [name, sizePx === 0 ? '?' : draw(sizePx)] as const,
  );
  const folder = makeFolder(Object.fromEntries(pictures));
  const paths = pictures.map(([name]) => [name, join(folder, name)] as const);
  const files: Record<string, string | Uint8Array> = {};
  const made = writeIcons({ site, base: '/', own: new Map(paths) });
  for await (const { fileName, content } of made) files[fileName] = content;
  const manifest = JSON.parse(String(files['manifest.webmanifest'] ?? '{"icons":[]}')) as {
    readonly icons: readonly { readonly src: string; readonly sizes: string }[];
  };
  return { files, offered: manifest.icons.map(({ src, sizes }) => `${src} ${sizes}`) };
}

const three = ['/icon-192.png 192x192', '/icon-512.png 512x512', '/icon-maskable-512.png 512x512'];

describe('writeIcons', () => {
  test('draws the pilcrow for a blog without an icon', async () => {
    const { files, offered } = await make({});
    expect(offered).toEqual(['/favicon.svg any', '/apple-touch-icon.png 180x180', ...three]);
    expect(files['icon-512.png']).toEqual(draw(512));
  });

  test('draws the letter of the blog beside an icon that is too small', async () => {
    const { files, offered } = await make(
      { 'favicon.png': 32, 'favicon.ico': 0 },
      { ...testSite, title: '“über” all' },
    );
    expect(offered).toEqual(['/favicon.png 32x32', ...three]);
    expect(Object.keys(files)).not.toContain('favicon.svg');
    expect(files['icon-512.png']).not.toEqual(draw(512));
    const other = await make({ 'favicon.ico': 0 }, { ...testSite, title: 'Ü' });
    expect(other.files['icon-512.png']).toEqual(files['icon-512.png']);
  });

  test('draws the pilcrow where the face lacks the letter', async () => {
    const { files } = await make({ 'favicon.ico': 0 }, { ...testSite, title: '日記' });
    expect(files['icon-192.png']).toEqual(draw(192));
  });

  test.each([
    [{ 'favicon.svg': 0 }, ['/favicon.svg any']],
    [{ 'favicon.png': 256 }, ['/favicon.png 256x256']],
    [{ 'favicon.ico': 0, 'apple-touch-icon.png': 180 }, ['/apple-touch-icon.png 180x180']],
  ])('draws nothing beside %j', async (own, expected) => {
    const { files, offered } = await make(own);
    expect(Object.keys(files)).toEqual(['manifest.webmanifest']);
    expect(offered).toEqual(expected);
  });

  test('keeps each icon of the blogger', async () => {
    const own = { 'apple-touch-icon.png': 120, 'icon-maskable-512.png': 400 };
    const { files, offered } = await make(own);
    expect(Object.keys(files)).toEqual([
      'favicon.svg',
      'icon-192.png',
      'icon-512.png',
      'manifest.webmanifest',
    ]);
    expect(offered).toContain('/icon-maskable-512.png 400x400');
    expect(Object.keys((await make({ 'manifest.webmanifest': 0 })).files)).not.toContain(
      'manifest.webmanifest',
    );
  });

  test('gives a blog that is not kept an icon, and nothing to install it by', async () => {
    const { files } = await make({}, { ...testSite, offline: false });
    expect(Object.keys(files)).toEqual(['favicon.svg', 'apple-touch-icon.png']);
  });
});
