import { describe, expect, test } from 'vitest';

import {
  generatedModules,
  generateEmoji,
  generateLanguages,
  generatePostFoot,
  generateServices,
} from '../../../../src/publish/render/generated-modules.ts';

describe('generatedModules', () => {
  const { resolveId, load } = generatedModules();

  test.each(['emoji', 'languages', 'services'])('makes the module of %s', async (name) => {
    const id = callHook(resolveId, `virtual:rubric/${name}`);
    expect(id).toBe(`\0virtual:rubric/${name}`);
    expect(await callHook(load, String(id))).toContain('export const ');
  });

  test('leaves other modules to others', () => {
    for (const id of ['virtual:rubric/site', '/src/a.ts']) {
      expect(callHook(resolveId, id)).toBeUndefined();
      expect(callHook(load, `\0${id}`)).toBeUndefined();
      expect(callHook(load, id)).toBeUndefined();
    }
  });
});

function callHook(hook: unknown, id: string): unknown {
  if (typeof hook !== 'function') throw new Error('The plugin lacks a hook.');
  return Reflect.apply(hook, {}, [id]);
}

describe('generateServices', () => {
  const settings = { language: 'en', messages: {}, url: undefined };

  test('has nothing of what the settings do not turn on', () => {
    expect(generateServices(settings)).toBe(
      'export const startCounter = undefined;\nexport const loadComments = undefined;\n',
    );
  });

  test('leads to the code of what they do', () => {
    const counter = { service: 'umami', url: 'https://u.example', site: '1' } as const;
    const source = generateServices({ ...settings, counter });
    expect(source).toContain('import("/src/ui/services/count-views.ts")');
    expect(source).toContain(
      '{"service":"umami","url":"https://u.example","site":"1"}, undefined)',
    );
    expect(source).toContain('loadComments = undefined');
  });
});

describe('generatePostFoot', () => {
  const settings = { language: 'en', messages: {}, url: undefined };

  test.each([
    [{}, 'const PostFoot = undefined'],
    [{ relMe: [] }, 'const PostFoot = undefined'],
    [{ edit: 'https://a.example/{path}' }, 'PostFoot.tsx'],
    [{ relMe: ['https://a.example/'] }, 'PostFoot.tsx'],
    [{ webmention: 'https://a.example/' }, 'PostFoot.tsx'],
  ])('has the foot of posts only for %j', (more, source) => {
    expect(generatePostFoot({ ...settings, ...more })).toContain(source);
  });
});

describe('generateEmoji', () => {
  test('writes each character with all its names', () => {
    const emoji = [
      { emoji: '👍', names: ['+1', 'thumbsup'] },
      { emoji: '🎉', names: ['tada'] },
    ];
    expect(generateEmoji(emoji)).toBe('export const emojiNames = "👍 +1 thumbsup|🎉 tada";\n');
  });
});

describe('generateLanguages', () => {
  test.each([
    ['a name', 'ada', '"ada": { load: () => import("highlight.js/lib/languages/ada") },'],
    [
      'aliases',
      'c h c99',
      '"c": { load: () => import("highlight.js/lib/languages/c"), aliases: "h c99" },',
    ],
    [
      'languages inside',
      'erb [xml ruby]',
      '"erb": { load: () => import("highlight.js/lib/languages/erb"), needs: ["xml","ruby"] },',
    ],
    [
      'a hyphen, aliases and a language inside',
      'julia-repl jldoctest [julia]',
      '"julia-repl": { load: () => import("highlight.js/lib/languages/julia-repl"), aliases: "jldoctest", needs: ["julia"] },',
    ],
  ])('writes %s', (_what, line, code) => {
    expect(generateLanguages(`\n${line}\n`)).toBe(
      `export const languageSources = {\n${code}\n};\n`,
    );
  });

  test('writes a line for each of the table', () => {
    expect(generateLanguages('\na b\nc\n').match(/import\("[^"]+"\)/g)).toEqual([
      'import("highlight.js/lib/languages/a")',
      'import("highlight.js/lib/languages/c")',
    ]);
  });
});
