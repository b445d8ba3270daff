import { fileURLToPath } from 'node:url';

import { build as bundleFiles, loadConfigFromFile, resolveConfig } from 'vite';
import type { ResolvedConfig } from 'vite';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { rubric } from '../../../src/publish/plugin.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function configure(settings: string, base?: string): Promise<ResolvedConfig> {
  vi.stubEnv('RUBRIC_SITE', '');
  const root = makeFolder({ 'site.toml': settings });
  const plugins = [rubric()];
  return resolveConfig({ configFile: false, root, plugins, ...(base && { base }) }, 'build');
}

describe('rubric', () => {
  test('is loaded without a word: no module of its code is missing', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const loaded = await loadConfigFromFile(
      { command: 'build', mode: 'production' },
      undefined,
      root,
    );
    expect(loaded?.config.plugins).toBeDefined();
    // How long plugins take says more about a busy machine than about the code.
    expect(warn.mock.calls.filter(([text]) => !String(text).includes('PLUGIN_TIMINGS'))).toEqual(
      [],
    );
  });

  test.each([
    ['without an address', 'title = "A"', undefined, '/'],
    ['from the address of the site', 'url = "https://a.example/repo/"', undefined, '/repo/'],
    ['as it is given', 'url = "https://a.example/repo/"', '/x/', '/x/'],
  ])('sets the base %s', async (_what, settings, given, base) => {
    expect((await configure(settings, given)).base).toBe(base);
  });

  test('leaves static files to itself, as some of them are drafts', async () => {
    const { publicDir, build } = await configure('');
    expect(publicDir).toBe('');
    expect(build.emptyOutDir).toBe(false);
  });

  test('gives the settings to the app', async () => {
    const { plugins } = await configure('title = "Boats"');
    const plugin = plugins.find(({ name }) => name === 'rubric');
    const load = plugin?.load;
    if (typeof load !== 'function') throw new Error('The plugin loads nothing.');
    const code: unknown = await Reflect.apply(load, {}, ['\0virtual:rubric/site']);
    expect(code).toContain('"title":"Boats"');
  });

  test('says what to do when there is nothing to preview', async () => {
    const { plugins } = await configure('');
    const preview = plugins.find(({ name }) => name === 'rubric')?.configurePreviewServer;
    if (typeof preview !== 'function') throw new Error('The plugin previews nothing.');
    expect(() => void Reflect.apply(preview, {}, [{}])).toThrow('Run `npm run build` first.');
  });

  test('says in one sentence what is wrong with the settings', async () => {
    const error: unknown = await configure('title = 3').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain('site.toml:1:9  `title` is `3`, not text.');
    expect(error instanceof Error && error.stack).not.toContain('at ');
  });
});

/** Names and texts of what is bundled of an entry that asks for them alone. */
async function bundle(settings: string): Promise<readonly (readonly [string, string])[]> {
  vi.stubEnv('RUBRIC_SITE', '');
  const root = makeFolder({
    'site.toml': settings,
    'my.css': "@font-face { font-family: A; src: url('/f.woff2') } h1 { color: red }",
    'public/f.woff2': 'font',
    'main.js': "import 'virtual:rubric/styles.css';",
  });
  const output = await bundleFiles({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: rubric(),
    build: { rolldownOptions: { input: `${root}/main.js` } },
  });
  if (!('output' in output)) throw new Error('There is no single output.');
  return output.output.map((item) => [
    item.fileName,
    item.type === 'asset' ? String(item.source) : item.code,
  ]);
}

describe('styles of the blogger', () => {
  test('are bundled in a layer of their own, with their fonts as files', async () => {
    const files = await bundle('styles = "my.css"');
    const css = files.find(([name]) => name.endsWith('.css'))?.[1];
    expect(css).toMatch(/^@layer own\{@font-face\{font-family:A;src:url\([^)]*f-[\w-]+\.woff2\)/);
    expect(files.filter(([name]) => name.endsWith('.woff2'))).toHaveLength(1);
  });

  test('cost nothing where there are none', async () => {
    const files = await bundle('');
    expect(files.filter(([name, text]) => !name.endsWith('.js') && text.trim() !== '')).toEqual([]);
  });
});
