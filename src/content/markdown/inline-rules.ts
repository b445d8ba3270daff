import { Lexer } from 'marked';

import { emphasisRules } from './constructs/cjk-emphasis.ts';

const { gfm } = Lexer.rules.inline;

/** marked's rule for `[label](address)`, but for a backtick that no other follows: it opens no code and is a sign like others. */
const link = new RegExp(
  gfm.link.source.replace('[^\\[\\]\\\\`])*?)', '[^\\[\\]\\\\`]|`(?![^`]*`))*?)'),
);

/** Punctuation of texts without blanks: an address ends before it. */
const wide =
  '\\u201c\\u201d\\u3000-\\u3004\\u3008-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff3d\\uff5b-\\uff65';
/** A part of a host in any script, emoji included. */
const label = `[^\\u0000-,./:-@[-\`{-\\u00a0\\u2000-\\u206f${wide}]+`;

/** marked's rule for bare addresses, which ends before full-width punctuation and brackets and knows hosts of all scripts. */
const url = new RegExp(
  gfm.url.source
    .replace('(?:[a-zA-Z0-9\\-]+\\.?)+', `(?:(?:[a-zA-Z0-9\\-]+\\.?)+|(?:${label}\\.)+${label})`)
    .replace('[^\\s<]*', `[^\\s<${wide}]*`),
);

/** marked's rules for the text of a line, with those replaced that read posts otherwise than GFM. */
export const inlineRules: typeof gfm = { ...gfm, ...emphasisRules, link, url };
