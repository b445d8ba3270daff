import { foldWord } from './fold.ts';

/**
 * The kinds of tokens:
 * - `word`: one run of letters and digits, a version such as `0.19.2`, or an emoji;
 * - `part`: of the word before it: `pool` in `maxPoolSize`, `19` in `0.19.2`; queries do without;
 * - `whole`: several words joined by `::`, `-`, `.` or `_`, which are given as words too;
 * - `gram`: two neighbouring characters of a script written without spaces, or the last one alone.
 */
export type WordTokenKind = 'word' | 'part' | 'whole' | 'gram';

/** A word as it is searched for, and where it stands. */
export interface WordToken {
  readonly kind: WordTokenKind;
  /** Folded; see `fold.ts`. */
  readonly text: string;
  /** First and past-the-end UTF-16 code unit in the source. */
  readonly start: number;
  readonly end: number;
  /**
   * Counts the words, and the characters of grams, from 0. A whole has that of its first word, a part that of its word, an
   * emoji that of the word behind it.
   */
  readonly position: number;
}

/** Longer runs are keys, hashes and data, never words: they are left out. In UTF-16 code units. */
export const maximumWordLength = 64;

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
/** Words with what joins them, and the `++` and `#` of `C++` and `C#`. Each character is looked at once. */
const chunk = `${letter}+(?:(?:::|[-._'’\u2010\u2011])${letter}+)*(?:\\+\\+|[+#](?![\\p{L}\\p{N}_#+]))?`;
/** Pictures with what joins them and changes their colours. Signs of trade and rights are none. */
const picture = String.raw`(?![©®™])\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?`;
const emoji = String.raw`${picture}(?:\u200D${picture})*|\p{Regional_Indicator}{2}`;
const chunkPattern = new RegExp(`${chunk}|(?<emoji>${emoji})`, 'gu');
/** Signs that only say how an emoji is drawn. */
const drawing = /\uFE0F|\p{Emoji_Modifier}/gu;
/** A version, or what lies between the signs that join words. */
const partPattern = /v?\d+(?:\.\d+)+(?![\p{L}\p{N}])|[^-._:'’\u2010\u2011]+/giu;
const version = /^v?(\d+(?:\.\d+)+)$/i;
/** Where a name in camel case has its humps, and the words between them. */
const hump = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}/u;
const humps = /\p{Lu}+(?!\p{Ll})\p{N}*|\p{Lu}?[\p{Ll}\p{M}]+\p{N}*/gu;
const gramClass = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const gramScript = new RegExp(gramClass, 'u');
const scriptRuns = new RegExp(`${gramClass}+|(?:(?!${gramClass}).)+`, 'gsu');
const plainWord = /^[A-Za-z0-9]+$/;
/** Endings that English adds to a word after an apostrophe. */
const clitics: ReadonlySet<string> = new Set(['s', 't', 'm', 'd', 're', 've', 'll']);

/** True if `text` is of a script written without spaces between words, or begins so. */
export function isGramText(text: string): boolean {
  const [first = ''] = text;
  return gramScript.test(first);
}

/**
 * The words of `text` in order, a whole before its words. Linear in the length of `text`.
 *
 * @example
 * tokenize('std::mem').map(({ kind, text }) => `${kind} ${text}`)
 * // ['whole std::mem', 'word std', 'word mem']
 */
export function tokenize(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  let position = 0;
  for (const match of text.matchAll(chunkPattern)) {
    const piece = { text: match[0], start: match.index, position };
    if (match.groups?.['emoji'] === undefined) position = addChunk(tokens, piece);
    else tokens.push(makeEmoji(piece));
  }
  return tokens;
}

/** The form in which an emoji is searched: as drawn in any colour. */
export function foldEmoji(text: string): string {
  return text.replace(drawing, '');
}

/** Takes no place of its own: two words with an emoji between them are neighbours. */
function makeEmoji({ text, start, position }: Piece): WordToken {
  return { kind: 'word', text: foldEmoji(text), start, end: start + text.length, position };
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly position: number;
}

/** Adds the tokens of one chunk and returns the next free position. */
function addChunk(tokens: WordToken[], whole: Piece): number {
  if (plainWord.test(whole.text)) return addWord(tokens, whole);
  const hasGrams = gramScript.test(whole.text);
  const isJoined = /[-._:\u2010\u2011]/.test(whole.text);
  const isWhole = isJoined && !hasGrams && !/['’]/.test(whole.text) && !version.test(whole.text);
  if (isWhole && whole.text.length <= maximumWordLength) {
    const end = whole.start + whole.text.length;
    tokens.push({ ...whole, kind: 'whole', text: foldWord(whole.text), end });
  }
  let { position } = whole;
  const parts = [...whole.text.matchAll(partPattern)];
  for (const part of parts) {
    const before = part.index === 0 ? '' : whole.text[part.index - 1];
    const isClitic = (before === "'" || before === '’') && clitics.has(part[0].toLowerCase());
    if (isClitic) continue;
    const piece = { text: part[0], start: whole.start + part.index, position };
    position = hasGrams ? addRuns(tokens, piece) : addWord(tokens, piece);
  }
  return position;
}

function addRuns(tokens: WordToken[], piece: Piece): number {
  let { position } = piece;
  for (const run of piece.text.matchAll(scriptRuns)) {
    if (/^[+#]+$/.test(run[0])) continue;
    const part = { text: run[0], start: piece.start + run.index, position };
    position = isGramText(run[0]) ? addGrams(tokens, part) : addWord(tokens, part);
  }
  return position;
}

function addWord(tokens: WordToken[], { text, start, position }: Piece): number {
  if (text.length > maximumWordLength) return position + 1;
  const number = version.exec(text)?.[1];
  const folded = number ?? foldWord(text);
  if (folded === '') return position;
  tokens.push({ kind: 'word', text: folded, start, end: start + text.length, position });
  if (number !== undefined || hump.test(text)) addParts(tokens, { text, start, position });
  return position + 1;
}

/** The parts of a version and of a name in camel case; single letters and the word itself are none. */
function addParts(tokens: WordToken[], { text, start, position }: Piece): void {
  for (const part of text.matchAll(version.test(text) ? /[^.]+/g : humps)) {
    const [word] = part;
    if (word.length === text.length || (word.length < 2 && !/\d/.test(word))) continue;
    const from = start + part.index;
    tokens.push({
      kind: 'part',
      text: foldWord(word),
      start: from,
      end: from + word.length,
      position,
    });
  }
}

/** `検索中` → `検索`, `索中`, `中`: the last alone, so that every character begins a token. */
function addGrams(tokens: WordToken[], { text, start, position }: Piece): number {
  const characters = Array.from(text);
  let at = start;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1] ?? '';
    tokens.push({
      kind: 'gram',
      text: foldWord(character + next),
      start: at,
      end: at + character.length + next.length,
      position: position + index,
    });
    at += character.length;
  }
  return position + characters.length;
}
