import { describe, expect, test } from 'vitest';
import type { HomeState } from '../../../../../src/ui/frame/home-state.ts';
import {
  type ChoiceFacts,
  findListed,
  findWanted,
  isBeforeAddress,
} from '../../../../../src/ui/home/choice/home-choice.ts';

const address: HomeState = { text: '', keywords: ['rust'], pageNumber: 3, order: undefined };
const settled: ChoiceFacts = { committed: address, ahead: undefined, text: '' };
const chosen: ChoiceFacts = { ...settled, ahead: ['rust', 'wasm'] };
const before = { keywords: ['php'], pageNumber: 2 };

describe('findWanted', () => {
  test('is what the address says while no choice is ahead of it', () => {
    expect(findWanted(settled)).toEqual(address);
  });

  test('has the keywords that are ahead, from the first page on', () => {
    expect(findWanted(chosen)).toEqual({ ...address, keywords: ['rust', 'wasm'], pageNumber: 1 });
  });

  test('has the text that is typed, not that of the address', () => {
    expect(findWanted({ ...settled, text: 'parser' }).text).toBe('parser');
  });
});

describe('findListed', () => {
  test('is the list of the address without a search', () => {
    expect(findListed(settled, before)).toMatchObject({ keywords: ['rust'], pageNumber: 3 });
  });

  test('is the list that is ahead of the address', () => {
    expect(findListed(chosen, before)).toEqual({ keywords: ['rust', 'wasm'], pageNumber: 1 });
  });

  test('stays behind a search, which the address says', () => {
    const searched = { ...settled, committed: { ...address, text: 'parser' }, text: 'parser' };
    expect(findListed(searched, before)).toBe(before);
    expect(findListed({ ...searched, ahead: ['wasm'] }, before)).toBe(before);
  });
});

describe('isBeforeAddress', () => {
  test.each([
    ['no choice is ahead', settled, ['rust', 'wasm'], false],
    ['the list that is ahead is on screen', chosen, ['rust', 'wasm'], true],
    ['the list of the address is still on screen', chosen, ['rust'], false],
    ['a search is narrowed', { ...chosen, text: 'parser' }, ['rust'], true],
  ])('tells when %s', (_, facts, shown, expected) => {
    expect(isBeforeAddress(facts, shown)).toBe(expected);
  });
});
