import { Lexer } from 'marked';
import type { TokenizerAndRendererExtension, Tokens } from 'marked';

import { escapeHtml } from '../../model/html.ts';

/** `[label](address =WxH "title")`, blanks in the address allowed. */
const pattern =
  /^(!?\[(?:[^[\]\\]|\\.|!?\[[^[\]]*\](?:\([^()\n]*\))?){0,500}?\])\([ \t]*([^\s()<>"](?:[^()<>"\n]|\([^()<>"\n]*\)){0,1000}?)((?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|=\d{0,5}%?(?:x\d{0,5}%?)?)){0,2})[ \t]*\)/s;

/** Addresses that prose in brackets is not: with a scheme, or with an ending of a file. */
const address = /^(?:https?:\/\/|mailto:|tel:)|\.[a-z][a-z\d]{1,4}(?:[?#]\S*)?$/i;

/**
 * Links and images whose address has blanks in it, which CommonMark shows as text, and images with a size:
 * `![x](my plot.png)`, `![x](p.png =100x80)`.
 */
export function spacedLinkSyntax(): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'spacedLink',
      level: 'inline',
      tokenizer(source) {
        if (!/^!?\[/.test(source)) return undefined;
        const match = pattern.exec(source);
        if (match === null) return undefined;
        const [raw, label = '', target = '', more = ''] = match;
        const [, title = ''] = /(\s+["'].*["'])/s.exec(more) ?? [];
        const [, width, height] = /\s=(\d*%?)(?:x(\d*%?))?(?=\s|$)/.exec(more) ?? [];
        const isSized = raw.startsWith('!') && Boolean(width || height);
        if (!isSized && !isSpaced(target, raw)) return undefined;
        const link = this.lexer.options.tokenizer?.link(`${label}(<${target}>${title})`);
        if (link === undefined) return undefined;
        return isSized ? { ...formatSized(link, width, height), raw } : { ...link, raw };
      },
    },
  ];
}

/** Tells an address with blanks that CommonMark would not read. */
function isSpaced(target: string, raw: string): boolean {
  return /\s/.test(target) && address.test(target) && !Lexer.rules.inline.gfm.link.test(raw);
}

/** An image with its size, which a token of an image has no place for, as the HTML it becomes. */
function formatSized(
  { href, text, title }: Tokens.Link | Tokens.Image,
  width: string | undefined,
  height: string | undefined,
): Tokens.Generic {
  const sides = { src: href, alt: text, title, width, height };
  const attributes = Object.entries(sides).map(([name, value]) =>
    value || name === 'alt' ? ` ${name}="${escapeHtml(value ?? '')}"` : '',
  );
  const html = `<img${attributes.join('')}>`;
  return { type: 'html', raw: html, block: false, text: html };
}
