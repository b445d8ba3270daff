/** Reads the table `character name name|…`. */
export function parseEmojiNames(table: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    table.split('|').flatMap((entry) => {
      const [character = '', ...names] = entry.split(' ');
      return names.map((name) => [name, character] as const);
    }),
  );
}

/** `:name:` where the name is known; `:word:` in prose and `12:30:45` stay. */
export const emojiMark = /(?<![\w:])((?::[a-z0-9_+-]{1,50}:)+)(?![\w:])/g;

/** `text` with the names that `emoji` knows replaced by their characters. */
export function replaceEmoji(text: string, emoji: Readonly<Record<string, string>>): string {
  if (!text.includes(':')) return text;
  return text.replace(emojiMark, (marks: string) =>
    marks.replace(/:([^:]+):/g, (mark: string, name: string) =>
      Object.hasOwn(emoji, name) ? (emoji[name] ?? mark) : mark,
    ),
  );
}
