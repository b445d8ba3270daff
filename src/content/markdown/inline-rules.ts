import { Lexer } from 'marked';

import { emphasisRules } from './constructs/cjk-emphasis.ts';

const { gfm } = Lexer.rules.inline;

/** marked's rule for `[label](address)`, but for a backtick that no other follows: it opens no code and is a sign like others. */
const link = new RegExp(
  gfm.link.source.replace('[^\\[\\]\\\\`])*?)', '[^\\[\\]\\\\`]|`(?![^`]*`))*?)'),
);

/** marked's rule for bare addresses, which ends before full-width punctuation and brackets: no blank stands there. */
const url = new RegExp(
  gfm.url.source.replace(
    '[^\\s<]*',
    '[^\\s<\\u201c\\u201d\\u3000-\\u3004\\u3008-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff3d\\uff5b-\\uff65]*',
  ),
);

/** marked's rules for the text of a line, with those replaced that read posts otherwise than GFM. */
export const inlineRules: typeof gfm = { ...gfm, ...emphasisRules, link, url };
