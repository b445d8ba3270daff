import { findGenerator } from './generator.ts';
import type { GeneratorSigns } from './generator.ts';
import type { Transliterate } from './spelling.ts';

/** Marks beside emoji that are no letters: joiners, variants, colours of skin. */
const emojiMarks = /\u200d|\ufe0e|\ufe0f|\p{Emoji_Modifier}/gu;

const isLetter = /[\p{L}\p{M}]/u;

let loading: Promise<Transliterate> | undefined;

/**
 * The function that writes other scripts in Latin letters and emoji as their names, as Zola does for addresses and anchors:
 * `目录` is `Mu Lu `, `🦀` is `crab `. Its tables are read when they are first asked for, at build only: they are far too
 * large for a reader.
 *
 * @see Text::Unidecode, whose tables Zola's `deunicode` has too
 */
export function loadTransliterate(): Promise<Transliterate> {
  loading ??= createTransliterate();
  return loading;
}

/** {@link loadTransliterate} for a blog that may be Zola's. */
export async function loadTransliterateFor(
  site: GeneratorSigns,
): Promise<Transliterate | undefined> {
  return findGenerator(site) === 'zola' ? loadTransliterate() : undefined;
}

async function createTransliterate(): Promise<Transliterate> {
  const [{ default: unidecode }, { emojiNames }] = await Promise.all([
    import('unidecode'),
    import('virtual:rubric/emoji'),
  ]);
  const names = new Map<string, string>();
  for (const entry of emojiNames.split('|')) {
    const [character = '', name = ''] = entry.split(' ');
    names.set(character.replace(emojiMarks, ''), name);
  }
  return (text) =>
    text
      .normalize('NFC')
      .replace(
        /\p{RI}\p{RI}|\p{Extended_Pictographic}[\ufe0f\u200d\p{Emoji_Modifier}\p{Extended_Pictographic}]*/gu,
        (emoji) => {
          const name = names.get(emoji.replace(emojiMarks, ''));
          return name === undefined ? '-' : `${name} `;
        },
      )
      // A sign that no table knows parts words; a letter without a sound (`ъ`) does not.
      .replace(/[^\p{ASCII}]/gu, (letter) => unidecode(letter, isLetter.test(letter) ? '' : '-'));
}
