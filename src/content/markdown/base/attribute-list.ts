import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

import { escapeHtml } from '../../model/html.ts';

/** The attributes in a list such as `{#id .class title="x"}`. */
export interface AttributeList {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** Named attributes in order, names in lower case. */
  readonly named: readonly { readonly name: string; readonly value: string }[];
  /** Words that are none of these: `toc` in `{:toc}`. */
  readonly words: readonly string[];
}

const item =
  /#([^\s}.#]+)|\.([^\s}.#]+)|([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}"']+))|([\w-]+)/g;

/** Reads the inside of an attribute list. Linear. */
export function parseAttributeList(text: string): AttributeList {
  const classes: string[] = [];
  const named: { name: string; value: string }[] = [];
  const words: string[] = [];
  let id: string | undefined;
  for (const [, hash, dot, name, double, single, bare, word] of text
    .slice(0, 1000)
    .matchAll(item)) {
    if (hash !== undefined) id = hash;
    else if (dot !== undefined) classes.push(dot);
    else if (word !== undefined) words.push(word);
    else if (name !== undefined) {
      const value = double ?? single ?? bare ?? '';
      if (name.toLowerCase() === 'id') id = value;
      else if (name.toLowerCase() === 'class') classes.push(...value.split(/\s+/));
      else named.push({ name: name.toLowerCase(), value });
    }
  }
  return { id, classes, named, words };
}

/** The list as HTML attributes with a space before each. */
export function formatAttributes({ id, classes, named }: AttributeList): string {
  const all = [
    ...(id === undefined ? [] : [{ name: 'id', value: id }]),
    ...(classes.length === 0 ? [] : [{ name: 'class', value: classes.join(' ') }]),
    ...named,
  ];
  return all.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('');
}

/** A heading's own attribute list, and its content without it. */
export interface HeadingParts {
  readonly attributes: string;
  readonly content: Token[];
}

/** `# Title {#id .class}`, with or without spaces in the braces or a kramdown colon. */
const headingList =
  /[ \t]*\{:?[ \t]*((?:[#.][^\s{}]+|[\w-]+=(?:"[^"{}]*"|[^\s{}"]+))(?:[ \t]+[^{}]*)?)\}[ \t]*$/;

/** Splits the attribute list off the end of a heading. */
export function splitHeadingAttributes(tokens: Token[], text: string): HeadingParts {
  const last = tokens.at(-1);
  if (last?.type !== 'text' || !text.endsWith('}')) return { attributes: '', content: tokens };
  const words = (last as Tokens.Text).text;
  const match = headingList.exec(words.slice(-1000));
  if (match === null) return { attributes: '', content: tokens };
  const rest = words.slice(0, words.length - match[0].length);
  const content = [...tokens.slice(0, -1), { ...last, raw: rest, text: rest }];
  return { attributes: formatAttributes(parseAttributeList(match[1] ?? '')), content };
}

/** An attribute list on a line of its own, for the block beside it. */
export interface AttributeListToken extends Tokens.Generic {
  readonly type: 'attributeList';
  readonly list: AttributeList;
}

/** kramdown's `{: .class #id}`, also over two lines, `{:toc}`, `{::comment}`, and Hugo's `{.class}`, each by itself. */
const blockList =
  /^ {0,3}\{(?::(?!:)([^{}\n]*(?:\n(?![ \t]*\n)[^{}\n]*)?)|([.#][^{}\n%]*))\}[ \t]*(?:\n|$)/;
const extensionTag =
  /^ {0,3}\{:(?::(?:options|nomarkdown|comment)[^}\n]*|\/(?:nomarkdown|comment)?)\/?\}[ \t]*(?:\n|$)/;

/** Attribute lists of blocks. They are put on their blocks by `attachAttributes`. */
export function attributeListSyntax(): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'attributeList',
      level: 'block',
      tokenizer(source) {
        if (!/^ {0,3}\{[:.#]/.test(source)) return undefined;
        const tag = extensionTag.exec(source);
        if (tag !== null) return readExtension(source, tag[0]);
        const match = blockList.exec(source);
        if (match === null) return undefined;
        const list = parseAttributeList(match[1] ?? match[2] ?? '');
        return { type: 'attributeList', raw: match[0], list };
      },
      renderer: () => '',
    },
  ];
}

/** `{::comment}` goes with all up to `{:/comment}`, the others only mark. */
function readExtension(source: string, tag: string): Tokens.Generic {
  const ends = /^ {0,3}\{::comment\}/.test(tag)
    ? /\{:\/(?:comment)?\}[ \t]*(?:\n|$)/.exec(source)
    : null;
  const raw = ends === null ? tag : source.slice(0, ends.index + ends[0].length);
  return { type: 'attributeList', raw, list: parseAttributeList('') };
}

/** `html` with `list` put into its first tag. A class it has already is joined by the new ones. */
export function addAttributes(html: string, list: AttributeList): string {
  const start = /^(\s*<[A-Za-z][\w-]*)((?:\s[^<>]*)?>)/.exec(html);
  if (start === null) return html;
  const [, name = '', rest = ''] = start;
  const own = /\sclass="([^"]*)"/.exec(rest)?.[1];
  const classes = own === undefined ? list.classes : [...own.split(' '), ...list.classes];
  const kept = rest.replace(/\sclass="[^"]*"/, '');
  return `${name}${formatAttributes({ ...list, classes })}${kept}${html.slice(start[0].length)}`;
}
