import { describe, expect, test } from 'vitest';
import { quoteTyped } from '../../../../src/ui/words/quote-typed.ts';

describe('quoteTyped', () => {
  test.each([
    ['a word', 'quince', '“quince”'],
    ['a word that is ended by a space', 'quince ', '“quince”'],
    ['60 characters', 'x'.repeat(60), `“${'x'.repeat(60)}”`],
    ['10,000 characters', 'x'.repeat(10_000), `“${'x'.repeat(60)}…”`],
    ['a cut between two characters, not in one', '😀'.repeat(70), `“${'😀'.repeat(60)}…”`],
    ['a mark that turns what follows', '\u202ememory', '“memory”'],
    ['a mark that ends an isolate of ours', 'שלום\u2069', '“\u2068שלום\u2069”'],
    ['Arabic, kept to itself', 'مدونة', '“\u2068مدونة\u2069”'],
  ])('quotes %s', (_, text, quoted) => {
    expect(quoteTyped(text)).toBe(quoted);
  });
});
