import { describe, expect, test } from 'vitest';
import { readJson } from '../../../../src/content/front-matter/json.ts';

const general = { line: 1, message: expect.stringContaining('not valid JSON') };

describe('readJson', () => {
  test.each([
    [
      'an object',
      '{"a": "{,}", "b": [1, {"c": 2}], "d": {}}',
      { a: '{,}', b: [1, { c: 2 }], d: {} },
    ],
    ['nothing', '{ }', {}],
    ['escapes', String.raw`{"a": "\",\"b\": 1", "c\u0064": "\\"}`, { a: '","b": 1', cd: '\\' }],
    ['a key of one below twice', '{"a": {"b": 1}, "b": 2}', { a: { b: 1 }, b: 2 }],
  ])('reads %s', async (_, text, values) => {
    expect(await readJson(text)).toEqual({ values, faults: [] });
  });

  test('reports a key given twice and takes the last', async () => {
    expect(await readJson('{\n  "a": 1,\n  "b": 2, "a": [3]\n}')).toEqual({
      values: { a: [3], b: 2 },
      faults: [
        {
          line: 3,
          column: 11,
          message: '`a` is given twice; the last one counts.',
          remedy: 'Remove one of the two.',
          repeated: 'a',
        },
      ],
    });
  });

  test.each([
    ['JSON', '{"draft":true,"draft":false}', []],
    ['loose JSON', "{ 'draft': true, 'draft': false, }", [general]],
    ['broken JSON', '{\n"a": b: c\n"draft": true\n"draft": false\n}', [general]],
  ])('keeps a draft given twice hidden in %s', async (_, text, faults) => {
    const reading = await readJson(text);
    expect(reading.values['draft']).toBe(true);
    expect(reading.faults).toMatchObject([
      ...faults,
      { message: '`draft` is given twice; the one that hides the post counts.' },
    ]);
  });

  test.each([
    ['quotes', '{"a": "' + '\\"'.repeat(30_000)],
    ['members', `{${Array.from({ length: 6000 }, () => '"a":1').join(',')}}`],
    ['braces', '{"a":'.repeat(12_000)],
  ])('reads 60 kB of %s to the end', async (_, text) => {
    expect(await readJson(text)).toHaveProperty('values');
  });
});
