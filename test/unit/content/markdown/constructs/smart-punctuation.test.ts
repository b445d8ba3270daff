import { describe, expect, test } from 'vitest';

import { smarten } from '../../../../../src/content/markdown/constructs/smart-punctuation.ts';
import { htmlOf } from '../../../../support/render-text.ts';

describe('smarten', () => {
  test.each([
    ['"a" and \'b\'', '“a” and ‘b’'],
    ["it's", 'it’s'],
    ['("a")', '(“a”)'],
    ['a -- b --- c...', 'a – b — c…'],
    ["the '90s and 'tis", 'the ’90s and ’tis'],
    ['"\'a\'"', '“‘a’”'],
    ['a-b', 'a-b'],
  ])('makes of %s', (text, smart) => {
    expect(smarten(text, '')).toBe(smart);
  });

  test('goes by the character before', () => {
    expect(smarten('"', 'a')).toBe('”');
    expect(smarten('"', ' ')).toBe('“');
  });
});

const smart = (source: string): Promise<string> =>
  htmlOf(source, { site: { smartPunctuation: true } });

describe('smart punctuation of a site', () => {
  test('reaches over emphasis and stops at code', async () => {
    expect(await smart('"*a*" `"b"` -- "[c](https://d.example/--)"')).toBe(
      '<p>“<em>a</em>” <code>&quot;b&quot;</code> – “<a href="https://d.example/--" rel="noopener">c</a>”</p>',
    );
  });

  test('begins anew in each block', async () => {
    expect(await smart('a\n\n"b"\n\n- "c"')).toBe('<p>a</p><p>“b”</p><ul><li>“c”</li></ul>');
  });

  test('is off unless asked for', async () => {
    expect(await htmlOf('"a" -- b')).toBe('<p>&quot;a&quot; -- b</p>');
  });
});
