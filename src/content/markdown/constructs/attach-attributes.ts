import type { Token, Tokens } from 'marked';

import { parseAttributeList } from '../base/attribute-list.ts';
import type { AttributeList, AttributeListToken } from '../base/attribute-list.ts';
import { childrenOf } from '../base/token-children.ts';

/**
 * Attribute lists of kramdown on the tokens they are meant for: one on its own line belongs to the block above, or,
 * after a blank line, to the block below; one right after a span belongs to the span.
 */

const lists = new WeakMap<Token, AttributeList>();

/** Finds in `tokens`, and in all below them, which attribute lists belong to which block. */
export function attachAttributes(tokens: Token[]): void {
  let pending: AttributeList | undefined;
  let above: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'attributeList') {
      const { list } = token as AttributeListToken;
      if (above === undefined) pending = join(pending, list);
      else giveAttributes(above, list);
    } else {
      above = isBlock(token) ? token : undefined;
      if (above !== undefined && pending !== undefined) {
        lists.set(above, pending);
        pending = undefined;
      }
    }
    if (token.type === 'list') takeFromLastItem(token as Tokens.List);
    const inner = childrenOf(token);
    for (const group of inner) attachAttributes(group);
  }
  attachToSpans(tokens);
}

/** The list of `token`, if it was given one. */
export function attributesOf(token: Token): AttributeList | undefined {
  return lists.get(token);
}

/** Gives `token` the attributes of `list` beside those that it has. */
export function giveAttributes(token: Token, list: AttributeList): void {
  lists.set(token, join(lists.get(token), list));
}

/** A list at the margin right below a list is the list's, though the last item has swallowed its line. */
function takeFromLastItem(list: Tokens.List): void {
  if (!/\n\{:[^{}\n]*\}[ \t]*\n*$/.test(list.raw.slice(-1100))) return;
  const inner = list.items.at(-1)?.tokens;
  const last = inner?.at(-1);
  if (inner === undefined || last?.type !== 'attributeList') return;
  inner.pop();
  giveAttributes(list, (last as AttributeListToken).list);
}

function isBlock(token: Token): boolean {
  return token.type !== 'space' && token.type !== 'def';
}

function join(first: AttributeList | undefined, second: AttributeList | undefined): AttributeList {
  if (first === undefined || second === undefined) return first ?? second ?? parseAttributeList('');
  return {
    id: second.id ?? first.id,
    classes: [...first.classes, ...second.classes],
    named: [...first.named, ...second.named],
    words: [...first.words, ...second.words],
  };
}

/** kramdown's list behind a span, which may go on in the next line. */
const spanList = /^\{:(?![:/])([^{}\n]*(?:\n(?![ \t]*\n)[^{}\n]*)?)\}/;

/** The list of Pandoc and Python-Markdown behind a link or an image: no colon, and nothing but attributes. */
const plainList =
  /^\{[ \t]*((?:[#.][\w-]+|[a-z][\w-]*=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))(?:[ \t]+(?:[#.][\w-]+|[a-z][\w-]*=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+)))*)[ \t]*\}/i;

function attachToSpans(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'text' || !('text' in token) || !token.raw.startsWith('{')) continue;
    const text = token as Tokens.Text;
    const before = tokens[index - 1];
    for (let match = findList(text, before); match !== null; match = findList(text, before)) {
      // At the start of a list item it is the item's own; classes on items are not worth a rule.
      if (before !== undefined && before.type !== 'text')
        giveAttributes(before, parseAttributeList(match[1] ?? ''));
      const rest = text.text.slice(match[0].length);
      text.text = before === undefined ? rest.trimStart() : rest;
      text.raw = text.raw.slice(match[0].length);
    }
  }
}

function findList({ text }: Tokens.Text, before: Token | undefined): RegExpExecArray | null {
  const canBePlain = before?.type === 'link' || before?.type === 'image';
  return spanList.exec(text) ?? (canBePlain ? plainList.exec(text) : null);
}
