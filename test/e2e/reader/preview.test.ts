import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, getSite, test } from '../support/fixtures.ts';

const root = join(import.meta.dirname, '../../..');

test('`npm run preview` serves the blog under its path, by the rules of GitHub Pages', async ({
  request,
}, { project }) => {
  const { outDir, base } = getSite(project.name);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'preview', '--outDir', outDir, '--port', '0'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', RUBRIC_SITE: join(outDir, '../site.toml') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.on('exit', () => reject(new Error(`The preview ended:\n${output}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const found = /Local:\s+(http:\S+)/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    expect(new URL(url).pathname).toBe(base);
    const home = await request.get(url);
    expect(home.status()).toBe(200);
    expect(home.headers()).toMatchObject({ 'cache-control': 'max-age=600' });
    expect(await home.text()).toContain('A blog that is a folder of Markdown.');
    const redirect = await request.get(`${url}posts/showing-code`, { maxRedirects: 0 });
    expect(redirect.status()).toBe(301);
    const missing = await request.get(`${url}nothing/`);
    expect(missing.status()).toBe(404);
    expect(await missing.text()).toContain('Page not found');
  } finally {
    child.kill();
  }
});
