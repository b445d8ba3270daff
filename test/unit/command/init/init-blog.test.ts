import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { initBlog } from '../../../../src/command/init/init-blog.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import { parseSite } from '../../../../src/content/site/site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** Starts a blog in `folder` and gives what was printed. */
function init(folder: string, flags: Partial<Parameters<typeof initBlog>[1]> = {}): string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    initBlog(folder, { title: 'My "blog"', ...flags });
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

describe('initBlog', () => {
  test('writes settings and a post that have no fault', async () => {
    const folder = join(makeFolder(), 'deep', 'blog');
    init(folder);
    const site = parseSite(readFileSync(join(folder, 'site.toml'), 'utf8'), 'site.toml');
    expect(site.title).toBe('My "blog"');
    const text = readFileSync(join(folder, 'posts/first-post.md'), 'utf8');
    const options = { site, collection: 'posts' as const, today: '9999-12-31' };
    const { post, problems } = await parsePost(text, 'first-post.md', options);
    expect(problems).toEqual([]);
    expect(post.meta.hidden).toBeUndefined();
  });

  test('names only settings that there are, those that are off included', () => {
    const folder = makeFolder();
    init(folder);
    const text = readFileSync(join(folder, 'site.toml'), 'utf8');
    expect(() => parseSite(text.replace(/^# (?=\w+ = )/gm, ''), 'site.toml')).not.toThrow();
  });

  test('writes a workflow that pins its actions and says how to switch Pages on', () => {
    const folder = makeFolder();
    init(folder, { from: 'github:ada/rubric' });
    const text = readFileSync(join(folder, '.github/workflows/publish.yml'), 'utf8');
    const { jobs } = parseYaml(text) as {
      readonly jobs: { readonly publish: { readonly steps: readonly Record<string, unknown>[] } };
    };
    const { steps } = jobs.publish;
    expect(steps.map(({ run }) => run)).toContain(
      'npx --yes --package=github:ada/rubric rubric build',
    );
    for (const { uses } of steps.filter((step) => 'uses' in step))
      expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(text).toContain(
      'Settings, Pages, Source: GitHub Actions. Then run this workflow again.',
    );
    // The line that builds each night is one to switch on.
    const nightly = text.replace(/^( *)# (?=schedule: )/m, '$1');
    expect(parseYaml(nightly)).toMatchObject({ on: { schedule: [{ cron: '17 4 * * *' }] } });
  });

  test('writes a package.json when asked, with the version that runs', () => {
    const folder = makeFolder();
    expect(init(folder)).toContain('rubric dev');
    expect(existsSync(join(folder, 'package.json'))).toBe(false);
    const other = makeFolder();
    expect(init(other, { package: true })).toContain('npm install');
    const manifest: unknown = JSON.parse(readFileSync(join(other, 'package.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(manifest).toMatchObject({ devDependencies: { rubric: version } });
  });

  test.each([
    ['site.toml', ''],
    ['posts/mine.md', 'Text'],
    ['.gitignore', 'x'],
  ])('overwrites nothing: `%s` is there', (name, content) => {
    const folder = makeFolder({ [name]: content });
    vi.stubEnv('NO_COLOR', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(() => init(folder)).toThrow('nothing is overwritten');
    expect(existsSync(join(folder, 'posts/first-post.md'))).toBe(false);
  });
});
