import { describe, expect, test } from 'vitest';
import { readHeaders } from '../../../../src/content/front-matter/headers.ts';

describe('readHeaders', () => {
  test.each([
    ['keys and values', 'Title: A: b\nDate: 2019-03-04', { title: 'A: b', date: '2019-03-04' }],
    ['a value that goes on', 'Title: one\n  two\n\tthree', { title: 'one two three' }],
    ['a key given twice', 'Tags: a\nTags: b\nTags: c', { tags: ['a', 'b', 'c'] }],
    ['an empty value', 'Title:\nSlug: x', { title: '', slug: 'x' }],
    ['an empty value that goes on', 'Title:\n  x', { title: 'x' }],
    ['a first line that goes on from nothing', '  x\nTitle: y', { title: 'y' }],
  ])('reads %s', (_, text, values) => {
    expect(readHeaders(text)).toEqual({ values, faults: [] });
  });

  test.each([
    ['Published: false\nPublished: true', { published: 'false' }],
    ['Status: published\nTitle: x\nStatus: draft', { status: 'draft', title: 'x' }],
    ['Draft: false\nDraft: false', { draft: 'false' }],
  ])('takes of %j the value that hides the post', (text, values) => {
    const reading = readHeaders(text);
    expect(reading.values).toEqual(values);
    expect(reading.faults).toMatchObject([
      { line: text.split('\n').length, message: expect.stringContaining('is given twice; the ') },
    ]);
  });
});
