import { describe, expect, test } from 'vitest';
import { createFields, isTable, toText } from '../../../../src/content/front-matter/fields.ts';

describe('createFields', () => {
  const fields = createFields({
    title: ' Hello ',
    last_modified_at: '2019-03-04',
    'last-update': '2020',
    empty: '',
    none: null,
    nothing: [],
    cover: { image: 'a.png' },
    image: null,
    extra: { image: 'extra.png', math: 'false', title: 'no' },
    params: { toc: true, image: 'params.png' },
    taxonomies: { series: ['S'] },
  });

  test.each([
    ['a name', ['title'], ' Hello '],
    ['the first that is there', ['missing', 'title'], ' Hello '],
    ['a name with underscores', ['lastmodifiedat'], '2019-03-04'],
    ['a name with dashes', ['lastupdate'], '2020'],
    ['a name in a table', ['cover.image'], 'a.png'],
    ['a name in `extra` where the top has none', ['image'], 'extra.png'],
    ['a name in `params`', ['toc'], true],
    ['a name in `taxonomies`', ['series'], ['S']],
    ['nothing for an empty value', ['empty', 'none', 'nothing'], undefined],
    ['nothing below a text', ['title.x'], undefined],
    ['nothing for a name of Object', ['constructor', 'toString'], undefined],
  ])('finds %s', (_, names, value) => {
    expect(fields.find(...names)?.value).toEqual(value);
  });

  test('names the setting it found', () => {
    expect(fields.find('nix', 'title')?.name).toBe('title');
  });

  test('finds text and flags', () => {
    expect(fields.findText('title')).toBe('Hello');
    expect(fields.findFlag('math')).toBe(false);
    expect(fields.findFlag('title')).toBeUndefined();
  });
});

describe('toText', () => {
  test.each([
    [' a ', 'a'],
    ['  ', undefined],
    [12, '12'],
    [true, 'true'],
    [['', 'b'], 'b'],
    [[], undefined],
    [{ name: 'n' }, 'n'],
    [{ src: 's' }, 's'],
    [{}, undefined],
    [null, undefined],
  ])('reads %j', (value, text) => {
    expect(toText(value)).toBe(text);
  });
});

describe('isTable', () => {
  test('tells objects from lists and null', () => {
    expect([{}, [], null, 'x'].map(isTable)).toEqual([true, false, false, false]);
  });
});
