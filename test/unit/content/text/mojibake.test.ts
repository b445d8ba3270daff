import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { decodeWindows1252 } from '../../../../src/content/text/windows-1252.ts';
import { findMojibake, repairMojibake } from '../../../../src/content/text/mojibake.ts';

/** UTF-8 bytes of `text` as Windows-1252 shows them: what a wrong save leaves. */
function damage(text: string): string {
  return decodeWindows1252(new TextEncoder().encode(text));
}

describe('repairMojibake', () => {
  test.each([
    ['a dash', 'PHP â€”like thisâ€”.', 'PHP —like this—.'],
    ['an emoji', 'realities ðŸŽ‰!', 'realities 🎉!'],
    ['French', 'DÃ©jÃ\u00a0 vu, Ã§a', 'Déjà vu, ça'],
    ['a non-breaking space', '10Â\u00a0000', '10\u00a0000'],
    ['Russian', 'ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['Japanese', 'æ—¥æœ¬èªž', '日本語'],
    ['bytes Windows-1252 leaves out', 'Ã\u0081rbol, ã\u0081‚', 'Árbol, あ'],
    ['ISO 8859-1 instead of Windows-1252', 'â\u0080\u0094', '—'],
    ['damage done twice', damage(damage('so — what 🎉')), 'so — what 🎉'],
  ])('repairs %s', (_, damaged, repaired) => {
    expect(repairMojibake(damaged)).toBe(repaired);
  });

  test.each([
    ['a lone é', 'café au lait'],
    ['Vietnamese', 'ĐÃ SỬA, TIẾNG VIỆT'],
    ['a lone Ã', 'NÃO, AÇÃO, MANHÃ'],
    ['a quoted capital', '“CAFÉ” and «MENÙ»'],
    ['an accent, quote and ellipsis', 'she said “café”… and “fiancé”—'],
    ['a French quote', '« déjà\u00a0»'],
    ['a German quote', '„Spaß“ und „MENÜ“'],
    ['a trademark', 'CAFÉ® and MENÜ™'],
    ['square ångström', '30 Å² of Å³'],
    ['Latin-1 that is no UTF-8', 'é™ Ã€ÿ €€'],
    ['damage shown in code only', 'An é may turn into `Ã©`.\n\n```\nâ€”\n```\n'],
    ['damage shown in a tilde fence', '~~~\nÃ©\n```\nÃ©\n~~~\n'],
  ])('keeps %s', (_, text) => {
    expect(repairMojibake(text)).toBe(text);
  });

  test('repairs code too where the prose is damaged', () => {
    expect(repairMojibake('itâ€™s `cafÃ©`')).toBe('it’s `café`');
  });

  test('repairs an ambiguous run where the text has other damage', () => {
    expect(repairMojibake('DÃ©jÃ  vu, lÃ\u00a0')).toContain('là');
    expect(repairMojibake('lÃ\u00a0')).toBe('lÃ\u00a0');
  });

  test('keeps a run that is damaged in part', () => {
    expect(repairMojibake('â€”é')).toBe('â€”é');
  });

  test('undoes the damage to any text with a character that is no Latin letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const source = `${text} — 日本`;
        // A text that looks damaged itself cannot be told from a damaged one.
        fc.pre(repairMojibake(source) === source && !/[\u0080-\u009f]/.test(source));
        expect(repairMojibake(damage(source))).toBe(source);
      }),
    );
  });

  test.each([
    ['letters that are none', 'Ã` ', 'Ã` '],
    ['letters between backticks', 'Ã©`', 'é`'],
    ['backticks and letters on lines', '`\nÉ”\n', '`\nÉ”\n'],
  ])('repairs any number of %s', (_, damaged, repaired) => {
    expect(repairMojibake(damaged.repeat(100_000))).toBe(repaired.repeat(100_000));
  });
});

describe('findMojibake', () => {
  test('gives the place of each run', () => {
    expect(findMojibake('a â€” b ðŸŽ‰')).toEqual([
      { index: 2, damaged: 'â€”', repaired: '—' },
      { index: 8, damaged: 'ðŸŽ‰', repaired: '🎉' },
    ]);
  });

  test('finds nothing in sound text', () => {
    expect(findMojibake('plain “text” – é')).toEqual([]);
  });
});
