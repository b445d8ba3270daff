import { describe, expect, test } from 'vitest';

import { isMet, parseSelectors } from '../../../../src/publish/pages/css-needs.ts';

const page = {
  classes: new Set(['prose', 'wide']),
  tags: new Set(['p', 'a', 'svg']),
  attributes: new Set(['data-kind', 'data-kind=tip', '#fn-1']),
};

function matches(list: string): boolean {
  return parseSelectors(list).some((needs) => isMet(needs, page));
}

describe('isMet', () => {
  test.each([
    '*',
    ':root',
    'P',
    '.prose.wide',
    '.prose>p+a',
    '& p',
    '&:first-child',
    'a::marker',
    'a[href="x,.chip"]',
    'a:not(.chip, h1)',
    ':is(h1,a)',
    ':where(.prose p)',
    'h1,a',
    '&[data-kind="tip"]',
    'p[data-kind]',
    '& #fn-1',
    '.prose:has(> a)',
    ':root[data-theme=dark]',
    'p:not([data-long])',
    'a:nth-child(2n+1)',
  ])('%s can match', (selector) => {
    expect(matches(selector)).toBe(true);
  });

  test.each([
    'h1',
    '.prose h1',
    'p.chip',
    '.prosed',
    ':is(h1,.chip)',
    ':is(h1,p):is(h2,h3)',
    'a:hover',
    '.prose:focus-within p',
    'p::selection',
    'a:active,h1',
    '[aria-busy=true] &',
    'p[data-kind=note]',
    'p[data-long]',
    '& #fn-2',
    '.prose:has(> .chip)',
  ])('%s cannot match', (selector) => {
    expect(matches(selector)).toBe(false);
  });
});
