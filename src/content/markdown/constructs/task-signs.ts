import type { Token, Tokens } from 'marked';

import { escapeHtml } from '../../model/html.ts';
import { childrenOf } from '../base/token-children.ts';

/** The state of a task as Obsidian's themes and Logseq have it: a sign to see, and its name. */
const states: Readonly<Record<string, readonly [sign: string, name: string]>> = {
  '/': ['◐', 'In progress'],
  '-': ['✕', 'Cancelled'],
  '>': ['▷', 'Forwarded'],
  '<': ['◁', 'Scheduled'],
  '!': ['!', 'Important'],
  '?': ['?', 'Question'],
  '*': ['★', 'Star'],
  '"': ['“', 'Quote'],
};

/** A letter is text, but in a list of tasks, where it shows as itself. */
const letter = /^[A-Za-z]$/;

const mark = /^\[([^\]\s\\])\][ \t]+(?=\S)/;

/** Makes tasks of the items of lists, in `tokens` and all below them, that begin with a sign such as `[/]`. */
export function markTasks(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'list') markItems((token as Tokens.List).items);
    for (const group of childrenOf(token)) markTasks(group);
  }
}

function markItems(items: Tokens.ListItem[]): void {
  const hasTasks = items.some((item) => item.task || states[readSign(item) ?? ''] !== undefined);
  if (!hasTasks) return;
  for (const item of items) {
    const sign = item.task ? undefined : readSign(item);
    if (sign !== undefined) markItem(item, states[sign] ?? [sign, sign]);
  }
}

function readSign(item: Tokens.ListItem): string | undefined {
  const sign = mark.exec(findText(item)?.text.raw ?? '')?.[1] ?? '';
  return states[sign] !== undefined || letter.test(sign) ? sign : undefined;
}

/** The text with which an item begins, and the tokens that it is among. */
function findText({
  tokens: [block],
}: Tokens.ListItem): { text: Tokens.Text; among: Token[] } | undefined {
  if (block?.type !== 'text' && block?.type !== 'paragraph') return undefined;
  const { tokens: among = [] } = block as Tokens.Text | Tokens.Paragraph;
  const [first] = among;
  return first?.type === 'text' ? { text: first as Tokens.Text, among } : undefined;
}

function markItem(item: Tokens.ListItem, [sign, name]: readonly [string, string]): void {
  const found = findText(item);
  if (found === undefined) return;
  const { text, among } = found;
  text.raw = text.raw.replace(mark, '');
  text.text = text.text.replace(/^\[[^\]]*\][ \t]+/, '');
  const html = `<input type="checkbox" disabled aria-label="${name}"> ${escapeHtml(sign)} `;
  among.unshift({ type: 'html', raw: '', pre: false, text: html, block: false });
  item.task = true;
}
