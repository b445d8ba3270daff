import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { compileCheckout } from '../../bin/compile-checkout.js';
import { makeFolder } from '../support/temporary-folder.ts';

const config = `export default { build: {
  ssr: true,
  rolldownOptions: { input: { rubric: 'src/main.ts' }, output: { entryFileNames: '[name].js' } },
} };`;

async function say(folder: URL): Promise<unknown> {
  const module: unknown = await import(new URL('rubric.js', folder).href);
  return module;
}

test('a checkout is compiled when its sources are others than last time', async () => {
  const root = makeFolder({
    'compile.config.ts': config,
    'package.json': '{}',
    'src/main.ts': 'export const text: string = "one";',
  });
  const first = await compileCheckout(root);
  expect(await say(first)).toMatchObject({ text: 'one' });
  expect(await compileCheckout(root)).toEqual(first);
  writeFileSync(join(root, 'src/main.ts'), 'export const text: string = "two";');
  const second = await compileCheckout(root);
  expect(await say(second)).toMatchObject({ text: 'two' });
  // The code of yesterday stays for a server that runs on it, and nothing else is left behind.
  expect(readdirSync(join(root, 'node_modules/.cache/rubric'))).toHaveLength(2);
});
