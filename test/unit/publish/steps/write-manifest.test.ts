import { describe, expect, test } from 'vitest';

import { writeManifest } from '../../../../src/publish/steps/write-manifest.ts';
import { testSite } from '../../../support/create-meta.ts';

function write(
  site = testSite,
  icons: readonly string[] = ['favicon.svg'],
): Record<string, unknown> {
  const { fileName, content } = writeManifest(site, '/my blog/', new Set(icons));
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

  test('offers the icons that there are', () => {
    expect(write(testSite, [])).toMatchObject({ icons: [] });
    expect(write(testSite, ['apple-touch-icon.png', 'favicon.ico'])).toMatchObject({
      icons: [{ src: '/my%20blog/apple-touch-icon.png', sizes: '180x180' }],
    });
  });
});
