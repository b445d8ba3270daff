import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { shares, withSize } from '../../../../src/content/finish/image-size.ts';

const size = { width: 800, height: 600 };
const asText = (attributes: readonly { name: string; value: string | undefined }[]): string =>
  attributes.map(({ name, value }) => `${name}=${value}`).join(' ');

describe('withSize', () => {
  test.each([
    ['no size given', [], 'width=800 height=600'],
    ['a width', [['width', '400']], 'width=400 height=300'],
    ['a height', [['height', '300px']], 'width=400 height=300'],
    [
      'both',
      [
        ['width', '1'],
        ['height', '2'],
      ],
      'width=1 height=2',
    ],
    ['a part of a pixel', [['width', '400.4']], 'width=400 height=300'],
    ['a share of the column', [['width', '50%']], 'class=w-50 width=800 height=600'],
    ['a third', [['width', '33.3%']], 'class=w-33 width=800 height=600'],
    ['a share that leaves room for another', [['width', '49%']], 'class=w-49 width=800 height=600'],
    ['a very small share', [['width', '1%']], 'class=w-5 width=800 height=600'],
    [
      'a share and a height, which would bend it',
      [
        ['width', '120%'],
        ['height', '40'],
      ],
      'class=w-100 width=800 height=600',
    ],
    ['what is no length', [['width', 'auto']], 'width=800 height=600'],
  ])('with %s', (_name, given, result) => {
    const attributes = given.map(([name = '', value]) => ({ name, value }));
    expect(asText(withSize(attributes, size))).toBe(result);
  });

  test('asks for no box for a file that is missing', () => {
    expect(asText(withSize([{ name: 'width', value: '40' }], 'missing'))).toBe(
      'width=40 class=missing',
    );
  });

  test('asks for a box when the size is not known', () => {
    expect(asText(withSize([], undefined))).toBe('class=unsized');
    expect(asText(withSize([{ name: 'class', value: 'wide' }], undefined))).toBe(
      'class=wide unsized',
    );
    expect(asText(withSize([{ name: 'width', value: '50%' }], undefined))).toBe(
      'class=unsized w-50',
    );
    expect(asText(withSize([{ name: 'height', value: '20' }], undefined))).toBe('height=20');
    expect(asText(withSize([{ name: 'width', value: '50' }], undefined))).toBe(
      'width=50 class=unsized',
    );
    expect(asText(withSize([], { width: 0, height: 5 }))).toBe('class=unsized');
  });

  test('every share has its rule', () => {
    const css = readFileSync('src/ui/styles/shares.css', 'utf8');
    const rules = [...css.matchAll(/\.w-(\d+) \{\s*inline-size: (\d+)%/g)];
    expect(rules.map(([, name, value]) => [Number(name), Number(value)])).toEqual(
      shares.map((share) => [share, share]),
    );
  });
});
