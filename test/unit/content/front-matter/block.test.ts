import { describe, expect, test } from 'vitest';
import { findBlock } from '../../../../src/content/front-matter/block.ts';
import { maximumBlockLength } from '../../../../src/content/front-matter/plain-block.ts';

describe('findBlock', () => {
  test.each([
    [
      'TOML',
      '+++\ntitle = "x"\n+++\nBody',
      { kind: 'toml', text: 'title = "x"\n', line: 2, body: 'Body', bodyLine: 4 },
    ],
    [
      'YAML',
      '---\ntitle: x\n---\nBody',
      { kind: 'yaml', text: 'title: x\n', line: 2, body: 'Body', bodyLine: 4 },
    ],
    [
      'YAML closed by dots',
      '---\ntitle: x\n...\nBody',
      { kind: 'yaml', body: 'Body', bodyLine: 4 },
    ],
    [
      'JSON',
      '{\n"title": "x"\n}\nBody',
      { kind: 'json', text: '{\n"title": "x"\n}', line: 1, body: '\nBody', bodyLine: 3 },
    ],
    [
      'braces in a JSON text',
      '{"a": "}{\\""}\nB',
      { kind: 'json', text: '{"a": "}{\\""}', body: '\nB' },
    ],
    [
      'header lines',
      'Title: x\nDate: 2019-03-04\n\nBody',
      { kind: 'headers', text: 'Title: x\nDate: 2019-03-04\n', body: '\nBody', bodyLine: 3 },
    ],
    [
      'header lines that go on',
      'Title: x\n  and y\nTags: a\n\nBody',
      { kind: 'headers', body: '\nBody' },
    ],
    ['a byte order mark', '\ufeff+++\na = 1\n+++\nBody', { kind: 'toml', line: 2, body: 'Body' }],
    [
      'blank lines before',
      '\n  \n---\na: 1\n---\nBody',
      { kind: 'yaml', line: 4, bodyLine: 6, body: 'Body' },
    ],
    [
      'CRLF',
      '---\r\na: 1\r\n---\r\nBody\r\n',
      { kind: 'yaml', text: 'a: 1\n', body: 'Body\r\n', bodyLine: 4 },
    ],
    ['blanks after the fences', '---  \na: 1\n---\t\nBody', { kind: 'yaml', body: 'Body' }],
    [
      'an empty front matter',
      '---\n---\nBody',
      { kind: 'yaml', text: '', body: 'Body', bodyLine: 3 },
    ],
    [
      'keys of other letters',
      '---\n标题: x\nété: y\nog:title: z\n---\nBody',
      { kind: 'yaml', text: '标题: x\nété: y\nog:title: z\n', body: 'Body', isClosed: true },
    ],
    ['a key with brackets', '---\ntitle (x): y\n\na: b\n---\nBody', { kind: 'yaml', body: 'Body' }],
    [
      'line ends of old Macs',
      '---\ra: 1\r---\rBody',
      { kind: 'yaml', text: 'a: 1\n', body: 'Body' },
    ],
    ['no body', '+++\na = 1\n+++', { kind: 'toml', body: '', isClosed: true }],
    [
      'a blank line inside',
      '---\na: 1\n\nb: 2\n---\nBody',
      { text: 'a: 1\n\nb: 2\n', body: 'Body', isClosed: true },
    ],
  ])('finds %s', (_, source, block) => {
    expect(findBlock(source)).toMatchObject(block);
  });

  test.each([
    ['plain text', 'Just text.'],
    ['nothing', ''],
    ['a heading', '# Title\n\nText'],
    ['a rule above prose', '---\n\nSome prose here.\n\n---\n'],
    ['a rule alone', '---\n'],
    ['a rule above prose with a colon', '---\nÀ noter: voilà.\n\nSome prose.\n\n---\nMore.'],
    ['a rule above prose that goes on', '---\nÀ noter: voilà.\n\nMore.\n'],
    ['a rule, a blank line and a colon', '---\n\nÀ noter: voilà.\n\n---\nMore.'],
    ['a Liquid tag', '{% include x %}\ntext'],
    ['a shortcode', '{{< figure >}}'],
    ['an attribute list', '{: .lead}\nText'],
    ['a note', 'Note: this is prose.\n\nMore.'],
    ['a known word without a title', 'Summary: it works.\n\nMore.'],
    ['prose after a header line', 'Title: x\nand more prose\n\nMore.'],
    ['a longer rule', '----\ntitle: x\n----\n'],
  ])('takes %s for the body', (_, source) => {
    expect(findBlock(source)).toEqual({
      kind: 'none',
      text: '',
      line: 1,
      body: source,
      bodyLine: 1,
      isClosed: true,
    });
  });

  test.each([
    [
      'YAML, up to a blank line',
      '---\ntitle: x\ntags: [a]\n\nBody text.\n',
      'title: x\ntags: [a]\n',
      '\nBody text.\n',
      4,
    ],
    ['YAML, up to prose', '---\ntitle: x\nBody text.\n', 'title: x\n', 'Body text.\n', 3],
    ['TOML', '+++\ntitle = "x"\n\nBody.\n', 'title = "x"\n', '\nBody.\n', 3],
    ['JSON', '{\n"title": "x",\n\nBody.\n', '{\n"title": "x",', '\n\nBody.\n', 2],
  ])('ends an unclosed block of %s', (_, source, text, body, bodyLine) => {
    expect(findBlock(source)).toMatchObject({ text, body, bodyLine, isClosed: false });
  });

  test('looks no further than 64 kB', () => {
    const source = `---\ntitle: x\n${'# comment\n'.repeat(10_000)}---\nBody`;
    const block = findBlock(source);
    expect(block.isClosed).toBe(false);
    expect(block.text.length).toBeLessThanOrEqual(maximumBlockLength);
  });

  test.each([
    ['blanks', ' '.repeat(200_000)],
    ['line feeds', '\n'.repeat(200_000)],
    ['an indented line', `---\n${' '.repeat(60_000)}x\n`],
    ['braces', '{"'.repeat(100_000)],
    ['header lines', 'Title: x\n'.repeat(50_000)],
    ['a key of other letters', `---\n${'é '.repeat(30_000)}: x\n---\n`],
    ['words', `---\n${'a '.repeat(30_000)}\n`],
  ])('comes to an end on %s', (_, source) => {
    // Quadratic work on this much would outlast the runner's time limit by far.
    expect(() => findBlock(source)).not.toThrow();
  });
});
