import { parseSelectors } from './css-needs.ts';
import type { CssNeeds } from './css-needs.ts';

/** A style sheet taken apart, so that a page can be given only the rules it uses. */
export type CssNode =
  /** `@import …;`, `@layer a, b;` */
  | { readonly kind: 'statement'; readonly text: string }
  /** `@font-face`, `@keyframes` and the like, kept whole. */
  | { readonly kind: 'block'; readonly prelude: string; readonly text: string }
  /** `@media`, `@layer`, `@supports`, `@container`: rules, or declarations of the rule around, within a condition. */
  | {
      readonly kind: 'group';
      readonly prelude: string;
      readonly declarations: readonly string[];
      readonly nodes: readonly CssNode[];
    }
  | {
      readonly kind: 'rule';
      readonly prelude: string;
      readonly selectors: readonly CssNeeds[];
      readonly declarations: readonly string[];
      /** Rules nested in this one. */
      readonly nodes: readonly CssNode[];
    };

const groupRule = /^@(?:media|layer|supports|container|scope|starting-style)\b/;

/**
 * `css` as a tree. Knows strings, comments and nesting, and expects a valid sheet: Vite has minified it.
 * Linear in its length.
 */
export function splitCss(css: string): readonly CssNode[] {
  return readNodes({ css, at: 0 }).nodes;
}

interface Cursor {
  readonly css: string;
  at: number;
}

/** Nodes and loose declarations up to the `}` that closes the block, or to the end. */
function readNodes(cursor: Cursor): { nodes: CssNode[]; declarations: string[] } {
  const nodes: CssNode[] = [];
  const declarations: string[] = [];
  while (cursor.at < cursor.css.length) {
    const start = cursor.at;
    const end = findMark(cursor.css, start);
    const text = stripComments(cursor.css.slice(start, end)).trim();
    const mark = cursor.css[end];
    cursor.at = end + 1;
    if (mark === '{') {
      nodes.push(readBlock(text, cursor));
      continue;
    }
    if (text.startsWith('@')) nodes.push({ kind: 'statement', text: `${text};` });
    else if (text !== '') declarations.push(text);
    if (mark === '}') break;
  }
  return { nodes, declarations };
}

function readBlock(prelude: string, cursor: Cursor): CssNode {
  const start = cursor.at;
  const { nodes, declarations } = readNodes(cursor);
  if (groupRule.test(prelude)) return { kind: 'group', prelude, declarations, nodes };
  if (prelude.startsWith('@')) {
    const text = `${prelude}{${cursor.css.slice(start, cursor.at - 1)}}`;
    return { kind: 'block', prelude, text };
  }
  return { kind: 'rule', prelude, selectors: parseSelectors(prelude), declarations, nodes };
}

/** Index of the next `{`, `}` or `;` outside of strings, comments and brackets, else the end. */
function findMark(css: string, start: number): number {
  let depth = 0;
  for (let at = start; at < css.length; at++) {
    const character = css[at];
    if (character === '\\') at++;
    else if (character === '"' || character === "'") at = skipString(css, at);
    else if (character === '/' && css[at + 1] === '*') at = skipComment(css, at);
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (depth === 0 && (character === '{' || character === '}' || character === ';'))
      return at;
  }
  return css.length;
}

function skipString(css: string, start: number): number {
  for (let at = start + 1; at < css.length; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[start]) return at;
  }
  return css.length;
}

function skipComment(css: string, start: number): number {
  const end = css.indexOf('*/', start + 2);
  return end === -1 ? css.length : end + 1;
}

function stripComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '');
}
