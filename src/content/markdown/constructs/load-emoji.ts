import { parseEmojiNames } from './emoji.ts';

/** Emoji by their names on GitHub, without colons. The names are a chunk of their own (15 kB gzip), loaded once. */
export async function loadEmoji(): Promise<Readonly<Record<string, string>>> {
  const { emojiNames } = await import('virtual:rubric/emoji');
  return parseEmojiNames(emojiNames);
}
