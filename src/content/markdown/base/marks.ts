import type { Token, TokenizerAndRendererExtension } from 'marked';

import { tocTag } from '../../html/known-tags.ts';
import type { MarkdownState } from './state.ts';

/** `*[HTML]: Hyper Text Markup Language`: what a short form in the text stands for. */
export function abbreviationSyntax(state: MarkdownState): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'abbreviation',
      level: 'block',
      tokenizer(source) {
        const match = /^ {0,3}\*\[([^\]\n]{1,80})\]:[ \t]*([^\n]*)(?:\n|$)/.exec(source);
        if (match === null) return undefined;
        const [raw, term = '', meaning = ''] = match;
        if (meaning.trim() !== '') state.abbreviations.set(term, meaning.trim());
        return { type: 'abbreviation', raw };
      },
      renderer: () => '',
    },
  ];
}

/** `[toc]`, `[[_TOC_]]`, `<!-- toc -->` on a line of its own. */
const tocMark = /^ {0,3}(?:\[\[?_?toc_?\]\]?|@\[toc\]|<!--[ \t]*toc[ \t]*-->)[ \t]*(?:\n|$)/i;

/** Marks that ask for a table of contents. One that a tool has filled in already stays as it is. */
export function tocSyntax(): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'toc',
      level: 'block',
      tokenizer(source) {
        const match = tocMark.exec(source);
        if (match === null) return undefined;
        const isFilled =
          match[0].includes('<!--') && /<!--[ \t]*(?:tocstop|\/toc)[ \t]*-->/i.test(source);
        return { type: isFilled ? 'abbreviation' : 'toc', raw: match[0] };
      },
      renderer: () => `<${tocTag}>\n`,
    },
  ];
}

/** A heading below which remark-toc writes a table of contents, as themes of Astro have it. */
const tocHeading = /^(?:table[ -]of[ -]contents?|toc)$/i;

/** Puts a table of contents into the sections of `tokens` that bear its name and have nothing in them. */
export function fillContents(tokens: Token[]): void {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (
      token?.type !== 'heading' ||
      !/^ {0,3}#/.test(token.raw) ||
      !tocHeading.test(String(token['text']).trim())
    )
      continue;
    const next = tokens.slice(at + 1, at + 3).find(({ type }) => type !== 'space');
    if (next?.type === 'heading') tokens.splice(at + 1, 0, { type: 'toc', raw: '' });
  }
}
