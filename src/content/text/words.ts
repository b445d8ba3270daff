/** Reading speed that `PostMeta.minutes` assumes. */
const wordsPerMinute = 230;

/**
 * Words of a Markdown text. A CJK character counts as half a word, since these scripts put no spaces between
 * words; HTML tags and the addresses of links do not count. Linear, one pass.
 */
export function countWords(text: string): number {
  let [words, cjk] = [0, 0];
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWordCode(code)) {
      if (!isInWord) words++;
      isInWord = true;
    } else if (code >= 0x1100 && isCjk(code)) {
      cjk++;
      isInWord = false;
    } else if (
      code === lessThan ||
      (code === openParenthesis && text.charCodeAt(i - 1) === closeBracket)
    ) {
      i = skipTo(text, i, code === lessThan ? '>' : ')');
      isInWord = false;
    } else if (!joins(code)) isInWord = false;
  }
  return Math.round(words + cjk / 2);
}

/** Minutes it takes to read that many words, at least one; none for a text without words. */
export function countMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
}

const lessThan = 0x3c;
const openParenthesis = 0x28;
const closeBracket = 0x5d;

/** A tag or address longer than that is none: each `<` looks no further. */
const longestSkip = 500;

/** The index of the end of a tag or address that starts at `start`; `start` when it is something else. */
function skipTo(text: string, start: number, end: '>' | ')'): number {
  const isTag = end === '>';
  if (isTag && !/[a-z/!]/i.test(text.charAt(start + 1))) return start;
  for (let i = start + 1; i < Math.min(text.length, start + longestSkip); i++) {
    const character = text.charAt(i);
    if (character === end) return i;
    if (character === '<' || (!isTag && character === '\n')) return start;
  }
  return start;
}

function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a)
    );
  }
  // Letters of all scripts but those counted by character; signs and punctuation are left out by range.
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return (
    code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && !isBeyondLetters(code)
  );
}

/** CJK, emoji (surrogates) and private use: not letters of words parted by spaces. */
function isBeyondLetters(code: number): boolean {
  return (
    isCjk(code) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xd800 && code <= 0xf8ff) ||
    code >= 0xfe00
  );
}

/** Kana, Han and Hangul. */
function isCjk(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9f)
  );
}

/** Apostrophes, hyphens and dots inside of a word do not part it. */
function joins(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2d || code === 0x2e || code === 0x5f;
}
