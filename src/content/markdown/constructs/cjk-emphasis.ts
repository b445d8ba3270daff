/**
 * Emphasis beside Chinese, Japanese and Korean text. CommonMark decides by the spaces and the punctuation around `**`,
 * which those scripts do not set as English does: `**「はい」**と` would stay bare asterisks. So a CJK character counts
 * as a letter on the near side of a delimiter, and as a space on the far side, as the CJK-friendly amendment to
 * CommonMark proposes.
 *
 * @see https://github.com/tats-u/markdown-cjk-friendly
 */

/** Characters of the CJK scripts and their punctuation, inside a character class. The ideographic space is a space. */
const cjk =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Bopo}\\u3001-\\u303f\\u30fb\\u30fc\\uff01-\\uff60\\uffe0-\\uffe6';
const c = `[${cjk}]`;
/** Punctuation outside CJK. GFM lets `~` stand beside emphasis as if it were a letter. */
const p = `(?![~${cjk}])[\\p{P}\\p{S}]`;
/** Neither space nor punctuation nor CJK. */
const n = `(?:[^\\s\\p{P}\\p{S}${cjk}]|~)`;
/** The same beside `~`, which is no letter there. */
const l = `[^\\s\\p{P}\\p{S}${cjk}]`;

/** The rules of emphasis in place of marked's own. Groups 1 to 6 mean what they mean there. */
export const emphasisRules = {
  emStrongLDelim: new RegExp(
    `^(?:\\*+(?:((?!\\*)${p})|([^\\s*]))?)|^_+(?:((?!_)${p})|([^\\s_]))?`,
    'u',
  ),
  punctuation: new RegExp(`^((?![*_])[\\s\\p{P}\\p{S}${cjk}])`, 'u'),
  emStrongRDelimAst: new RegExp(
    [
      '^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)', // an orphan inside strong
      '[^*]+(?=[^*])', // up to the delimiter
      `(?!\\*)${p}(\\*+)(?=\\s|$)`, // 1: can only close
      `(?:(?:${n}|${c})(?=\\*+(?!\\*)(?:\\s|$))|${n}(?=\\*+(?!\\*)${p}))(\\*+)`, // 2: can only close
      `(?:(?!\\*)(?:\\s|${p})(?=\\*+${n})|\\s(?=\\*+${c}))(\\*+)`, // 3: can only open
      `\\s(\\*+)(?!\\*)(?=${p})`, // 4: can only open
      `(?:(?!\\*)${p}(?=\\*+(?!\\*)(?:${p}|${c}))|${c}(?=\\*+(?!\\*)${p}))(\\*+)`, // 5: either
      `(?:${n}|${c})(\\*+)(?=${n}|${c})`, // 6: either
    ].join('|'),
    'gu',
  ),
  delLDelim: new RegExp(`^~~?(?:((?!~)${p})|[^\\s~])`, 'u'),
  delRDelim: new RegExp(
    [
      '^[^~]+(?=[^~])', // up to the delimiter
      `${p}(~~?)(?=\\s|$)`, // 1: can only close
      `(?:(?:${l}|${c})(?=~~?(?!~)(?:\\s|$))|${l}(?=~~?(?!~)${p}))(~~?)`, // 2: can only close
      `(?:(?:\\s|${p})(?=~~?${l})|\\s(?=~~?${c}))(~~?)`, // 3: can only open
      `\\s(~~?)(?!~)(?=${p})`, // 4: can only open
      `(?:${p}(?=~~?(?!~)(?:${p}|${c}))|${c}(?=~~?(?!~)${p}))(~~?)`, // 5: either
      `(?:${l}|${c})(~~?)(?=${l}|${c})`, // 6: either
    ].join('|'),
    'gu',
  ),
};
