import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, getSite, test } from '../support/fixtures.ts';

for (const name of ['empty', 'many']) {
  test(`the build of ${name} says how much it has published`, () => {
    const { outDir, output } = getSite(name);
    const sizes = readdirSync(outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const shown = bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
    const summary = output.split('\n').findLast((line) => line.includes(' pages of '));
    expect(summary).toContain(` ${sizes.length} files, ${shown} `);
    expect(summary).toMatch(/^\d+ pages of \d+ posts · .* · \d+\.\d s$/);
  });
}
