import { describe, expect, test } from 'vitest';

import { createIdRegistry, slugHeading } from '../../../../src/content/finish/heading-id.ts';

describe('slugHeading', () => {
  test.each([
    ['Hello World', 'hello-world'],
    ['C++ & C#', 'c--c'],
    ["What's new?", 'whats-new'],
    ['snake_case', 'snake_case'],
    ['a - b', 'a---b'],
    ['Ünïcode', 'ünïcode'],
    ['🎉', 'section'],
    ['', 'section'],
    ['x'.repeat(1000), 'x'.repeat(300)],
    [`${'x'.repeat(299)}🎉`, 'x'.repeat(299)],
  ])('makes of %j', (text, id) => {
    expect(slugHeading(text)).toBe(id);
  });
});

describe('createIdRegistry', () => {
  test('numbers ids that come again as GitHub does', () => {
    const { claim, has } = createIdRegistry();
    expect(['a', 'a', 'a-1', 'a', 'main', 'main'].map(claim)).toEqual([
      'a',
      'a-1',
      'a-1-1',
      'a-2',
      'post-main',
      'post-main-1',
    ]);
    expect(has('a-2')).toBe(true);
    expect(has('b')).toBe(false);
  });

  test('takes thousands of the same without counting again', () => {
    const { claim } = createIdRegistry();
    for (let index = 0; index < 20_000; index++) claim('a');
    expect(claim('a')).toBe('a-20000');
  });
});
