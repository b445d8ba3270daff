import { foldWord } from './fold.ts';

/**
 * The kinds of tokens:
 * - `word`: one run of letters and digits;
 * - `whole`: several words joined by `::`, `-`, `.` or `_`, which are given as words too;
 * - `gram`: two neighbouring characters of a script written without spaces, or the last one alone.
 */
export type WordTokenKind = 'word' | 'whole' | 'gram';

/** A word as it is searched for, and where it stands. */
export interface WordToken {
  readonly kind: WordTokenKind;
  /** Folded; see `fold.ts`. */
  readonly text: string;
  /** First and past-the-end UTF-16 code unit in the source. */
  readonly start: number;
  readonly end: number;
  /** Counts the words, and the characters of grams, from 0; a whole has that of its first word. */
  readonly position: number;
}

/** Longer runs are keys, hashes and data, never words: they are left out. In UTF-16 code units. */
export const maximumWordLength = 64;

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
/** Words with what joins them, and the `++` and `#` of `C++` and `C#`. Each character is looked at once. */
const chunkPattern = new RegExp(
  `${letter}+(?:(?:::|[-._'’\u2010\u2011])${letter}+)*(?:\\+\\+|[+#](?![\\p{L}\\p{N}_#+]))?`,
  'gu',
);
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
    position = addChunk(tokens, { text: match[0], start: match.index, position });
  }
  return tokens;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly position: number;
}

/** Adds the tokens of one chunk and returns the next free position. */
function addChunk(tokens: WordToken[], chunk: Piece): number {
  if (plainWord.test(chunk.text)) return addWord(tokens, chunk);
  const hasGrams = gramScript.test(chunk.text);
  const isJoined = /[-._:\u2010\u2011]/.test(chunk.text);
  if (isJoined && !hasGrams && !/['’]/.test(chunk.text) && chunk.text.length <= maximumWordLength) {
    const end = chunk.start + chunk.text.length;
    tokens.push({ ...chunk, kind: 'whole', text: foldWord(chunk.text), end });
  }
  let { position } = chunk;
  const parts = [...chunk.text.matchAll(/[^-._:'’\u2010\u2011]+/gu)];
  for (const part of parts) {
    const before = part.index === 0 ? '' : chunk.text[part.index - 1];
    const isClitic = (before === "'" || before === '’') && clitics.has(part[0].toLowerCase());
    if (isClitic) continue;
    const piece = { text: part[0], start: chunk.start + part.index, position };
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
  const folded = foldWord(text);
  if (folded === '') return position;
  tokens.push({ kind: 'word', text: folded, start, end: start + text.length, position });
  return position + 1;
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
