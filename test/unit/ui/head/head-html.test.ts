import { describe, expect, test } from 'vitest';
import { formatHead } from '../../../../src/ui/head/head-html.ts';

describe('formatHead', () => {
  test('writes a title and tags that can be told from those of the page shell', () => {
    const tags = [{ name: 'meta', attributes: { name: 'description', content: 'a "b"' } }] as const;
    expect(formatHead({ title: 'T', language: 'en', tags })).toBe(
      '<title>T</title>\n<meta data-page name="description" content="a &quot;b&quot;">',
    );
  });
});
