import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../support/render-text.ts';

const link = (address: string, text = address): string =>
  `<a href="${address}" rel="noopener">${text}</a>`;

describe('inlineRules', () => {
  test.each([
    [
      'full-width brackets',
      '見る https://example.org/docs（説明）を読む。',
      `<p>見る ${link('https://example.org/docs')}（説明）を読む。</p>`,
    ],
    ['a full stop', 'https://example.org。', `<p>${link('https://example.org')}。</p>`],
    ['a comma', '看https://example.org/a，然后', `<p>看${link('https://example.org/a')}，然后</p>`],
    ['quotes', '「https://example.org/a」', `<p>「${link('https://example.org/a')}」</p>`],
    ['a colon', 'https://example.org/a：b', `<p>${link('https://example.org/a')}：b</p>`],
    [
      'an address without a scheme',
      'www.example.org！',
      `<p>${link('http://www.example.org', 'www.example.org')}！</p>`,
    ],
    [
      'letters of the path before it',
      'https://example.org/日本。',
      `<p>${link('https://example.org/%E6%97%A5%E6%9C%AC', 'https://example.org/日本')}。</p>`,
    ],
    ['an ASCII full stop', 'https://example.org/a.', `<p>${link('https://example.org/a')}.</p>`],
  ])('ends a bare address before %s', async (_, source, html) => {
    expect(await htmlOf(source)).toBe(html);
  });

  test.each([
    'https://💩.la/x',
    'http://例え.jp/a',
    'https://bücher.example/',
    'https://пример.рф',
  ])('links the bare address %s', async (address) => {
    expect(await htmlOf(`see ${address} and`)).toBe(`<p>see ${link(address)} and</p>`);
  });

  test.each(['https://开头', 'http://。a', '以 http:// 或', 'https://a…'])(
    'takes no words of the sentence %s into an address',
    async (source) => {
      expect(await htmlOf(source)).not.toMatch(/href="[^"]*[^ -~]/);
    },
  );

  test('reads a label with a lone backtick', async () => {
    expect(await htmlOf('[a ` b](https://example.org/) c')).toBe(
      `<p>${link('https://example.org/', 'a ` b')} c</p>`,
    );
    expect(await htmlOf('[a ` b](u) and ` c')).toBe('<p>[a <code>b](u) and</code> c</p>');
  });
});
