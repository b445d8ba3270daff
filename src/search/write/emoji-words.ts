import { foldEmoji, tokenize } from '../words/tokenize.ts';

/** An emoji and its names, such as `party_popper`. */
export interface NamedEmoji {
  readonly emoji: string;
  readonly names: readonly string[];
}

/** Words that each of `emoji`, as `foldEmoji` writes it, is found by: its names and the words in them. */
export function createEmojiWords(
  emoji: readonly NamedEmoji[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    emoji.map(({ emoji: sign, names }) => [
      foldEmoji(sign),
      [...new Set(names.flatMap((name) => tokenize(name).map(({ text }) => text)))],
    ]),
  );
}
