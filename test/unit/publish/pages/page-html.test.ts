import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { AppAssets } from '../../../../src/publish/pages/find-assets.ts';
import { createPageFormatter, minifyThemeScript } from '../../../../src/publish/pages/page-html.ts';
import type { PageContent } from '../../../../src/publish/pages/page-html.ts';

const assets: AppAssets = {
  script: 'assets/index.js',
  app: 'assets/app.js',
  imports: ['assets/shared.js'],
  sheets: ['assets/index.css'],
  files: [],
  css: '@layer a{.prose{color:red}}@layer b{.chip{color:blue}}',
};

const format = createPageFormatter({
  hosts: { frames: new Set(), images: new Set(), media: new Set(), services: new Set() },
  base: '/repo/',
  assets,
  themeScript: 'theme()',
  icons: ['favicon.svg'],
});

function makePage(changes: Partial<PageContent> = {}): string {
  return format({
    language: 'en',
    head: '<title>A</title>',
    app: '<main class="prose">text</main>',
    data: '{"a":"</script><b>"}',
    ...changes,
  });
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe('createPageFormatter', () => {
  test('inlines the rules the page uses and no others', () => {
    expect(makePage()).toContain('<style>@layer a,b;@layer a{.prose{color:red}}</style>');
  });

  test('allows the inline parts by their hash before they come', () => {
    const page = makePage();
    const [, rules = ''] = /<script type="speculationrules">(.*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(rules)).toHaveProperty('prerender');
    expect(page).toContain(`script-src 'self' ${hash('theme()')} ${hash(rules)};`);
    expect(page).toContain(`style-src 'self' ${hash('@layer a,b;@layer a{.prose{color:red}}')};`);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script>'));
  });

  test('has the text before the script and the whole style sheet', () => {
    const page = makePage();
    const text = page.indexOf('text</main>');
    expect(text).toBeLessThan(page.indexOf('<script type="module" src="/repo/assets/index.js"'));
    expect(text).toBeLessThan(
      page.indexOf('<link rel="stylesheet" href="/repo/assets/index.css">'),
    );
    expect(page).not.toMatch(/<head>.*rel="stylesheet".*<\/head>/);
  });

  test('has nothing inline but the three hashed parts and inert data', () => {
    const inline = [...makePage().matchAll(/<(script|style)(?![^>]*\ssrc=)([^>]*)>/g)];
    expect(inline.map((match) => match[0])).toEqual([
      '<script>',
      '<style>',
      '<script type="application/json" id="rubric-data">',
      '<script type="speculationrules">',
    ]);
    expect(makePage()).not.toMatch(/\s(?:style|on[a-z]+)=/);
  });

  test('keeps data from ending its element', () => {
    const data = /id="rubric-data">(.*?)<\/script>/.exec(makePage())?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({ a: '</script><b>' });
  });

  test('names the file of the app, to be fetched when it is wanted', () => {
    expect(makePage()).toContain(' data-app="/repo/assets/app.js"></script>');
  });

  test('has no data block where there is no data', () => {
    expect(makePage({ data: undefined })).not.toContain('rubric-data');
  });

  test('names the language and the icons there are', () => {
    const page = makePage({ language: 'pt-BR' });
    expect(page).toContain('<html lang="pt-BR">');
    expect(page).toContain('href="/repo/favicon.svg"');
    expect(page).not.toContain('apple-touch-icon');
  });

  test('escapes what stands in attributes', () => {
    expect(makePage({ language: 'a"><script>' })).toContain('lang="a&quot;&gt;&lt;script&gt;"');
  });
});

describe('minifyThemeScript', () => {
  test('removes comments and line breaks', () => {
    expect(minifyThemeScript('// why\ntry {\n  a();\n} catch {}\n')).toBe('try {a();} catch {}');
  });
});
