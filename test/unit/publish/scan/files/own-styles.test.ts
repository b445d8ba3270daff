import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOwnStyles } from '../../../../../src/publish/scan/files/own-styles.ts';
import type { OwnStyles } from '../../../../../src/publish/scan/files/own-styles.ts';
import { makeFolder } from '../../../../support/temporary-folder.ts';

async function read(css: string, font = 'font'): Promise<{ styles: OwnStyles; folder: string }> {
  const folder = makeFolder({
    'site/my.css': css,
    'site/near.woff2': font,
    'public/fonts/a b.woff2': font,
  });
  const file = join(folder, 'site', 'my.css');
  const styles = await readOwnStyles({
    styles: { file, name: 'my.css' },
    static: join(folder, 'public'),
  });
  return { styles, folder };
}

describe('readOwnStyles', () => {
  test('is nothing where no sheet is named', async () => {
    expect(await readOwnStyles({ static: '/' })).toEqual({ css: '', hash: '' });
  });

  test('puts the rules into a layer of their own', async () => {
    const { styles } = await read('/* @import "x" url(y) */ a { color: red }');
    expect(styles.css.replace(/\s+/g, ' ')).toBe('@layer own { a { color: red } } ');
  });

  test('names files of the static folder, and those beside the sheet, by their paths', async () => {
    const { styles, folder } = await read(
      `a { src: url("/fonts/a%20b.woff2?v=1"), url( near.woff2 ); b: url(#c) url('data:x') }`,
    );
    const path = (name: string): string => JSON.stringify(join(folder, name).replaceAll('\\', '/'));
    expect(styles.css).toContain(
      `url(${path('public/fonts/a b.woff2')}), url(${path('site/near.woff2')})`,
    );
    expect(styles.css).toContain("url(#c) url('data:x')");
  });

  test('changes with the files that it names', async () => {
    const css = 'a { src: url(near.woff2) }';
    const [one, two] = [await read(css, 'one'), await read(css, 'two')];
    expect(one.styles.hash).not.toBe(two.styles.hash);
  });

  test.each([
    [
      'a file that is not there',
      'a {\n  src: url(gone.woff2) }',
      /my\.css:2:8 .*no file `gone\.woff2`/,
    ],
    ['another site', 'a { src: url(//cdn.example/x) }', /on another site/],
    ['a sheet in the sheet', '@import "x.css";', /`@import`/],
  ])('rejects %s', async (_, css, message) => {
    await expect(read(css)).rejects.toThrow(message);
  });

  test('rejects a sheet that is not there', async () => {
    const styles = { file: '/nowhere/my.css', name: 'my.css' };
    await expect(readOwnStyles({ styles, static: '/' })).rejects.toThrow(
      /`my\.css` of the setting/,
    );
  });
});
