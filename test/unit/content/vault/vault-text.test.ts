import { describe, expect, test } from 'vitest';

import { createNoteFinder } from '../../../../src/content/vault/note-names.ts';
import { translateVault } from '../../../../src/content/vault/vault-text.ts';
import type { VaultText } from '../../../../src/content/vault/vault-text.ts';
import type { VaultOptions } from '../../../../src/content/vault/shared-facts.ts';

const bodies: Readonly<Record<string, string>> = {
  'posts/tea/Green Tea.md': [
    '# Green tea',
    '',
    'From [here](leaf.png)[^1].',
    '',
    '## How to *brew*',
    '',
    'At 70 °C.[^1] %%not above%%',
    '',
    '- First ^one',
    '- Second',
    '',
    '## Other',
    '',
    'No.',
    '',
    '[^1]: A note.',
  ].join('\n'),
  'posts/Loop.md': 'a\n\n![[Loop]]\n\n![[Ring]]',
  'posts/Ring.md': 'b\n\n![[Loop]]',
  'posts/Secret.md': '%%\n## Plan\n\nhidden words\n%%\n\nshown',
};

const find = createNoteFinder({
  notes: Object.keys(bodies).map((source) => ({
    source,
    permalink: `/${source
      .slice(source.lastIndexOf('/') + 1, -3)
      .toLowerCase()
      .replace(' ', '-')}/`,
    title: `The ${source.slice(source.lastIndexOf('/') + 1, -3)}`,
    names: source.includes('Green') ? ['Sencha'] : [],
  })),
  files: ['/posts/img/My cup.png', '/posts/song.mp3', '/posts/film.mp4', '/posts/a.pdf'],
});

function translate(text: string, options: Partial<VaultOptions> = {}): VaultText {
  return translateVault(text, {
    isVault: true,
    hasTextTags: false,
    source: 'posts/Here.md',
    find,
    readNote: (source) => bodies[source],
    ...options,
  });
}

describe('translateVault', () => {
  test.each([
    ['a link', '[[Green Tea]]', '[Green Tea](/green-tea/)'],
    ['a link in other letters', '[[green tea]]', '[green tea](/green-tea/)'],
    ['a link by path', '[[tea/Green Tea]]', '[tea/Green Tea](/green-tea/)'],
    ['a link by file', '[[Green Tea.md]]', '[Green Tea.md](/green-tea/)'],
    ['a link by title', '[[the green tea]]', '[the green tea](/green-tea/)'],
    ['a link by alias', '[[sencha]]', '[sencha](/green-tea/)'],
    ['a link with words', '[[Sencha|good *tea*]]', '[good *tea*](/green-tea/)'],
    ['a link in a table', '| [[Sencha\\|tea]] |', '| [tea](/green-tea/) |'],
    [
      'a link to a heading',
      '[[Sencha#How to brew]]',
      '[Sencha > How to brew](/green-tea/#how-to-brew)',
    ],
    ['a link to a heading below another', '[[Sencha#A#B c]]', '[Sencha > B c](/green-tea/#b-c)'],
    ['a link to a block', '[[Sencha#^one]]', '[Sencha](/green-tea/#^one)'],
    ['a heading of the same note', '[[#A heading]]', '[A heading](#a-heading)'],
    ['a block of the same note', '[[#^one|up]]', '[up](#^one)'],
    ['a file', '[[a.pdf]]', '[a.pdf](/posts/a.pdf)'],
    ['a picture', '![[my cup.png]]', '![my cup](/posts/img/My%20cup.png)'],
    ['a width', '![[my cup.png|300]]', '![my cup](/posts/img/My%20cup.png){:width="300"}'],
    [
      'a size',
      '![[my cup.png|300x200]]',
      '![my cup](/posts/img/My%20cup.png){:width="300" height="200"}',
    ],
    [
      'words and a width',
      '![[my cup.png|A cup|300]]',
      '![A cup](/posts/img/My%20cup.png){:width="300"}',
    ],
    ['a sound', '![[song.mp3]]', '<audio controls src="/posts/song.mp3"></audio>'],
    ['a film', '![[film.mp4]]', '<video controls src="/posts/film.mp4"></video>'],
    ['a note that is not there', 'a [[Nobody]] b', 'a Nobody b'],
    ['words for a note that is not there', '[[Nobody|she]]', 'she'],
    ['a picture that is not there', '![[no.png]]', 'no.png'],
    ['a highlight', 'a ==b [[Sencha]]== c', 'a <mark>b [Sencha](/green-tea/)</mark> c'],
    ['equal signs', 'a == b and c == d', 'a == b and c == d'],
    ['a lowered number', 'H~2~O', 'H<sub>2</sub>O'],
    ['a raised number', 'x^2^ and 4^th^', 'x<sup>2</sup> and 4<sup>th</sup>'],
    ['a struck word', 'a ~b~ c ~~d~~', 'a ~b~ c ~~d~~'],
    ['an inline comment', 'a %%b%%c', 'a c'],
    ['a comment on its line', 'a\n%%b%%\nc', 'a\nc'],
    ['a comment of several lines', 'a\n\n%%\nb\n\nc\n%%\n\nd', 'a\n\n\nd'],
    ['a comment that is never closed', 'a\n\n%%\nb', 'a\n\n'],
    ['two signs of per cent in a line', 'up 5%% so', 'up 5%% so'],
    ['the name of a block', 'a ^b-1', 'a <span id="^b-1"></span>'],
    [
      'the name of the block above',
      '| a |\n|---|\n| b |\n\n^b-1\n\nc',
      '| a |\n|---|\n| b |\n{: #^b-1}\n\nc',
    ],
    [
      'what Logseq notes for itself',
      '- a\n  id:: 6650c3a4-1c2d-4e5f-8a9b-0c1d2e3f4a5b\n  collapsed:: true\n- b',
      '- a\n- b',
    ],
    ['an inline note', 'a^[b *c* [d](e)] f', 'a[^inline-1] f\n\n[^inline-1]: b *c* [d](e)\n'],
    ['code', '`[[Sencha]] %%a%% ==b==`', '`[[Sencha]] %%a%% ==b==`'],
    ['a fence', '```\n[[Sencha]] %%a%%\n```', '```\n[[Sencha]] %%a%%\n```'],
    [
      'a fence in a quotation',
      '> ~~~\n> [[Sencha]]\n> ~~~\n> [[Sencha]]',
      '> ~~~\n> [[Sencha]]\n> ~~~\n> [Sencha](/green-tea/)',
    ],
    ['indented code', 'a\n\n    [[Sencha]]', 'a\n\n    [[Sencha]]'],
    ['a deep item', '- a\n\n    - [[Sencha]]', '- a\n\n    - [Sencha](/green-tea/)'],
    ['a formula', '$x^2^$ $$a^b^ ==c==$$', '$x^2^$ $$a^b^ ==c==$$'],
    ['an address', 'https://a.b/==c==^d^ %%e%%', 'https://a.b/==c==^d^ '],
    ['a link in Markdown whose text is bracketed', '[[1]](https://a.b)', '[[1]](https://a.b)'],
    ['a test of a shell', 'if [[ -f a ]]', 'if [[ -f a ]]'],
    ['a mark for contents', '[[toc]]', '[[toc]]'],
    ['escaped brackets', String.raw`\[[Sencha]]`, String.raw`\[[Sencha]]`],
    ['a tag that nobody asks for', '#tea/green', '#tea/green'],
  ])('rewrites %s', (_, text, expected) => {
    expect(translate(text).text).toBe(expected);
  });

  test.each([
    ['an address', 'https://a.b/%%secret words%%'],
    ['the address of a link', '[a](b%%secret words%%)'],
    ['amounts of money', 'From $5 %%secret words%% to A$ 6 or $$ %%secret words%% $$.'],
    ['signs for less and more', 'a <b %%secret words%% c> d'],
    ['a fence that its item ends', '- ```\n  a\n\nb %%secret words%%'],
    ['a fence that its quotation ends', '> ```\n> a\n\nb %%secret words%%'],
    ['a backtick that nothing closes', 'a ` %%secret words%%'],
    ['a tag that nothing closes', 'a <pre> <code> <!-- %%secret words%%'],
    ['several lines of a quotation', '> a %%secret\n> words%% b'],
    ['a cell', '| a %%secret words%% |\n| - |'],
    ['a heading', '# a %%secret words%%'],
    ['a highlight', '==a %%secret words%% b=='],
    ['an inline note', 'a^[b %%secret words%%]'],
    ['a fence within', '%%\n```\nsecret words\n```\n%%'],
  ])('leaves out a comment beside or in %s', (_, text) => {
    expect(translate(text).text).not.toMatch(/secret|words/);
  });

  test('shows a note as a quotation that names it, its addresses and notes moved along', () => {
    const { text } = translate('![[Green Tea]]\nafter');
    expect(text).toContain(
      '> [Green Tea](/green-tea/)\n>\n> From [here](/posts/tea/leaf.png)[^1-1].\n',
    );
    expect(text).toContain('> **How to *brew***\n');
    expect(text).toContain('> [^1-1]: A note.');
    expect(text).not.toContain('# Green tea');
    expect(text).not.toContain('not above');
    expect(text).toMatch(/\n\nafter$/);
  });

  test('shows one section, with the footnotes it refers to', () => {
    const { text } = translate('![[Green Tea#How to brew]]');
    expect(text).toContain('> At 70 °C.[^1-1] ');
    expect(text).toContain('> [^1-1]: A note.');
    expect(text).not.toMatch(/From|Other|No\./);
  });

  test('shows one item by its id', () => {
    expect(translate('![[Green Tea#^one]]').text).toContain('> - First\n');
    expect(translate('![[Green Tea#^one]]').text).not.toContain('Second');
  });

  test('keeps an embedded note within the quotation or item that it stands in', () => {
    expect(translate('> ![[Ring]]').text).toMatch(/^> > \[Ring\]\(\/ring\/\)\n> >\n> > b\n/);
    expect(translate('- ![[Ring]]').text).toMatch(/^- > \[Ring\]\(\/ring\/\)\n {2}>\n {2}> b\n/);
  });

  test('ends a circle of notes with a link', () => {
    const { text, problems } = translate('![[Loop]]');
    expect(text).toContain('> > b\n> >\n> > [Loop](/loop/)');
    expect(text).toContain('> [Loop](/loop/)');
    expect(problems).toEqual([]);
    const own = translate('![[Loop]]', { source: 'posts/Loop.md' });
    expect(own.text).toBe('[Loop](/loop/)');
    expect(own.problems[0]?.message).toContain('within itself');
  });

  test('shows at most thirty notes', () => {
    const { text, problems } = translate('![[Ring]]\n\n'.repeat(40));
    expect(text.match(/^> \[Ring\]/gm)?.length).toBeLessThanOrEqual(30);
    expect(problems[0]?.message).toContain('at most 30');
  });

  test('never shows a comment, even if it is asked for as a section', () => {
    const { text, problems } = translate('![[Secret#Plan]]\n\n![[Secret]]');
    expect(text).not.toContain('hidden words');
    expect(text).toContain('> shown');
    expect(problems[0]?.message).toContain('no such place');
  });

  test('links tags when asked to', () => {
    const { text, tags } = translate('#tea/green, `#code`, C#sharp #1 #x', { hasTextTags: true });
    expect(text).toBe('[#tea/green](/keywords/tea-green/), `#code`, C#sharp #1 [#x](/keywords/x/)');
    expect(tags).toEqual(['tea/green', 'x']);
  });

  test('touches nothing but names that exist outside of a vault', () => {
    const text = 'x[[1]] [[Feature #1]] [[Sencha]] ==a== %%b%% c^[d] H~2~O [[#e]] ^f';
    expect(translate(text, { isVault: false }).text).toBe(
      'x[[1]] [[Feature #1]] [Sencha](/green-tea/) ==a== %%b%% c^[d] H~2~O [[#e]] ^f',
    );
    expect(translate(text, { isVault: false }).problems).toEqual([]);
  });

  test('reports what leads nowhere, with its line', () => {
    const { problems } = translate('a\n\n[[Nobody]] [[Nobody]] ![[no.png]]');
    expect(problems.map(({ kind, line, subject }) => [kind, line, subject])).toEqual([
      ['link', 3, '[[Nobody]]'],
      ['asset', 3, '![[no.png]]'],
    ]);
  });

  test('leads to a heading by its own id, and says where there is none', () => {
    const note = '# A\n\n## Part two {#two}\n\nUnder\n-----\n\nText. ^b';
    const { text, problems } = translate(
      '[[Sencha#Part two|a]] [[Sencha#under|b]] [[Sencha#^b|c]] [[Sencha#gone|d]] [[Sencha#^e|f]]',
      { readNote: () => note },
    );
    expect(text).toBe(
      '[a](/green-tea/#two) [b](/green-tea/#under) [c](/green-tea/#^b) ' +
        '[d](/green-tea/#gone) [f](/green-tea/#^e)',
    );
    expect(problems.map(({ subject }) => subject)).toEqual([
      '[[Sencha#gone|d]]',
      '[[Sencha#^e|f]]',
    ]);
  });

  test('leads from a place in an embedded note to that note', () => {
    const { text } = translate('![[Sencha]]', { readNote: () => 'See [[#There]].' });
    expect(text).toContain('[There](/green-tea/#there)');
  });

  test('tells from which line each line is', () => {
    const { text, lines } = translate('a\n%%\nb\n%%\nc\n![[Ring]]\nd');
    const shown = text.split('\n').map((line, index) => [line, lines[index]]);
    expect(lines).toHaveLength(text.split('\n').length);
    expect(shown[0]).toEqual(['a', 1]);
    expect(shown[1]).toEqual(['c', 5]);
    expect(shown[2]).toEqual(['> [Ring](/ring/)', 6]);
    expect(shown.at(-1)).toEqual(['d', 7]);
  });

  test('takes linear time for marks that are never closed', () => {
    const marks = [
      '[[',
      '![[a',
      '==a',
      '%%',
      '^[',
      '`',
      '<!--',
      '$a',
      '~a',
      '<pre>',
      '](',
      '\n%%a',
    ];
    const text = marks.map((mark) => mark.repeat(20_000)).join('\n\n');
    expect(translate(text).text.length).toBeGreaterThan(0);
  });
});
