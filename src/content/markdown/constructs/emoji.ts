/** Emoji by their names on GitHub, without colons. The names are a chunk of their own (15 kB gzip), loaded once. */
export async function loadEmoji(): Promise<Readonly<Record<string, string>>> {
  const { emojiNames } = await import('virtual:rubric/emoji');
  return parseEmojiNames(emojiNames);
}

/** Reads the table `character name name|…`. */
export function parseEmojiNames(table: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    table.split('|').flatMap((entry) => {
      const [character = '', ...names] = entry.split(' ');
      return names.map((name) => [name, character] as const);
    }),
  );
}
