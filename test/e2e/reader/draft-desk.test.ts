import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, getSite, openPage, test } from '../support/fixtures.ts';
import { watchViolations } from '../support/violations.ts';

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test.describe('draft desk', () => {
  test('shows a folder as it would be published, follows its file, and asks nobody', async ({
    page,
  }) => {
    // A folder of the browser's own stands for one of the disk: both have the same handles.
    await page.addInitScript((picture) => {
      const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
      const device = {
        async write(name: string, data: string | Uint8Array<ArrayBuffer>): Promise<void> {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('trip', { create: true });
          const file = await folder.getFileHandle(name, { create: true });
          const stream = await file.createWritable();
          await stream.write(data);
          await stream.close();
        },
        async showDirectoryPicker(): Promise<FileSystemDirectoryHandle> {
          await device.write('cup.png', bytes);
          await device.write(
            'index.md',
            '+++\ntitle = "A trip"\ndraft = true\n+++\n\n![A cup](cup.png)\n\n![Gone](gone.png)\n\n<script>throw 1</script><img src=x onerror="throw 2">\n\n![Far](https://elsewhere.example/a.png)\n',
          );
          return (await navigator.storage.getDirectory()).getDirectoryHandle('trip');
        },
      };
      Object.assign(window, device);
    }, dot);
    const violations = await watchViolations(page);
    await openPage(page, './preview/');
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A trip');
    await expect(page.getByText('Left out: it is a draft.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Problems by line' })).toContainText('Line 8');
    const cup = page.getByRole('img', { name: 'A cup' });
    await expect(cup).toHaveAttribute('src', /^blob:/);
    await expect.poll(() => cup.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await expect(page.getByRole('link', { name: 'elsewhere.example' })).toBeVisible();
    await expect(page.getByText('/posts/trip/', { exact: true })).toBeAttached();
    expect(violations).toEqual([]);

    await page.evaluate(() =>
      (window as unknown as { write: (name: string, text: string) => Promise<void> }).write(
        'index.md',
        '+++\ntitle = "A longer trip"\ndate = 2024-01-02\n+++\n\nSaved.\n',
      ),
    );
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A longer trip');
    await expect(page.getByText('No problems', { exact: true })).toBeVisible();
    expect(asked.filter((url) => !url.startsWith('blob:') && !url.includes('/assets/'))).toEqual(
      [],
    );
  });

  test('reads files of a field where there are no handles, and leads back by whole loads', async ({
    page,
  }, { project }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
    await openPage(page, './preview/');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const buffer = Buffer.from('# One file\n\nWords and *more* words.\n');
    await (await choosing).setFiles({ name: 'one.md', mimeType: 'text/markdown', buffer });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One file');
    await expect(page.getByText('Shows the file as it was chosen.')).toBeVisible();
    const { outDir } = getSite(project.name);
    expect(readFileSync(join(outDir, 'sitemap.xml'), 'utf8')).not.toContain('preview');
    const html = readFileSync(join(outDir, 'preview/index.html'), 'utf8');
    expect(html).toContain('content="noindex"');
    expect(html).toContain("img-src 'self' data: blob:");
    // The policy of the desk holds for no other page.
    await page.evaluate(() => Object.assign(window, { isDesk: true }));
    await page.getByRole('link', { name: 'Archive' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
    expect(await page.evaluate(() => 'isDesk' in window)).toBe(false);
  });
});
