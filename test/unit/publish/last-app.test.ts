import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { openLastApp } from '../../../src/publish/last-app.ts';
import { openAppStore } from '../../../src/publish/pages/app-bundle.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const hash = '0123456789abcdef';

async function makeBlog(): Promise<string> {
  vi.stubEnv('RUBRIC_SITE', undefined);
  const folder = makeFolder({ 'site.toml': 'title = "A"', 'posts/a.md': 'A.' });
  const entry = 'export const renderPage = () => undefined;';
  const files = new Map([
    ['client/app.js', Buffer.from('app')],
    ['server/entry.mjs', Buffer.from(entry)],
  ]);
  const note = { assets: { files: ['app.js'] }, entry: 'entry.mjs' };
  await openAppStore(join(folder, '.rubric')).save(hash, files, note);
  return folder;
}

describe('openLastApp', () => {
  test('finds the app that was noted for the same settings, and no other', async () => {
    const folder = await makeBlog();
    const request = { folder, base: undefined, output: join(folder, 'dist') };
    const last = await openLastApp(request);
    expect(await last.find()).toBeUndefined();
    await last.note(hash);
    const again = await openLastApp(request);
    const options = await again.find();
    expect(options).toMatchObject({ base: '/', folder: join(folder, 'dist') });
    const app = await options?.openApp([]);
    expect(app?.files.map(({ fileName }) => fileName)).toEqual(['app.js']);
    expect(await (await openLastApp({ ...request, base: '/sub/' })).find()).toBeUndefined();
    writeFileSync(join(folder, 'site.toml'), 'title = "B"');
    expect(await (await openLastApp(request)).find()).toBeUndefined();
  });

  test('finds nothing where the bundle is gone or damaged', async () => {
    const folder = await makeBlog();
    const last = await openLastApp({ folder, base: undefined, output: join(folder, 'dist') });
    await last.note(hash);
    writeFileSync(join(folder, `.rubric/app-${hash}/client/app.js`), 'other');
    expect(await last.find()).toBeUndefined();
  });
});
