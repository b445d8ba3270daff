/** Text as words are compared in the browser: without case and accents, and where each part came from. */
export interface FoldedText {
  readonly text: string;
  /** For each place in `text` the place in the original. */
  readonly starts: readonly number[];
}

/** `text` without case and accents. Linear. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit++) starts.push(at);
    folded += plain;
    at += character.length;
  }
  return { text: folded, starts };
}

/** More words are not looked for: work stays bounded whatever is typed. */
const mostWords = 32;

/** What was typed, parted: folded words that are wanted, and those excluded as in `-word` or `-"two words"`. */
export interface TypedWords {
  readonly wanted: readonly string[];
  readonly excluded: readonly string[];
}

/** The words of what was typed, folded, once each; quotes, dashes and the like part them. */
export function splitWords(text: string): TypedWords {
  const excluded: string[] = [];
  const rest = text.replace(/(?<=^|\s)-(?:"[^"]*"?|\S+)/gu, (piece) => {
    excluded.push(...listWords(piece));
    return ' ';
  });
  return { wanted: listWords(rest), excluded };
}

function listWords(text: string): readonly string[] {
  const words = foldText(text)
    .text.split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
}

/** Whether a word may begin at `at`: after something that is no letter, or anywhere in scripts written without spaces. */
export function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || unspaced.test(text.charAt(at));
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
