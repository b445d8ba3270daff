import { describe, expect, test } from 'vitest';

import { writeManifest } from '../../../../src/publish/icons/write-manifest.ts';
import type { ManifestIcon } from '../../../../src/publish/icons/write-manifest.ts';
import { testSite } from '../../../support/create-meta.ts';

const svg: ManifestIcon = { name: 'favicon.svg', sizes: 'any' };

function write(site = testSite, icons: readonly ManifestIcon[] = [svg]): Record<string, unknown> {
  const { fileName, content } = writeManifest(site, '/my blog/', icons);
  expect(fileName).toBe('manifest.webmanifest');
  return JSON.parse(String(content)) as Record<string, unknown>;
}

describe('writeManifest', () => {
  test('has all that installing takes, under the base', () => {
    expect(write({ ...testSite, title: 'Boats', description: 'On boats.' })).toMatchObject({
      name: 'Boats',
      short_name: 'Boats',
      description: 'On boats.',
      start_url: '/my%20blog/',
      scope: '/my%20blog/',
      icons: [{ src: '/my%20blog/favicon.svg', type: 'image/svg+xml', sizes: 'any' }],
    });
  });

  test('shortens no name itself', () => {
    expect(write({ ...testSite, title: 'A very long title of a blog' })).not.toHaveProperty(
      'short_name',
    );
  });

  test('offers icons of known size, and says which may be cut to a shape', () => {
    expect(write(testSite, [])).toMatchObject({ icons: [] });
    const icons = [
      { name: 'icon-192.png', sizes: '192x192' },
      { name: 'favicon.ico', sizes: undefined },
      { name: 'icon-maskable-512.png', sizes: '512x512' },
    ];
    expect(write(testSite, icons)['icons']).toEqual([
      { src: '/my%20blog/icon-192.png', type: 'image/png', sizes: '192x192' },
      {
        src: '/my%20blog/icon-maskable-512.png',
        type: 'image/png',
        sizes: '512x512',
        purpose: 'maskable',
      },
    ]);
  });
});
