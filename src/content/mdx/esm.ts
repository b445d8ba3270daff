// `import` and `export` of MDX.

import { findClose } from './balanced.ts';
import type { Budget } from './balanced.ts';

const statement =
  /(?:import\s*(?:["'{*]|[\w$]+\s*(?:,|\s+from\b))|export\s*(?:\{|\*|(?:const|let|var|default|async|function|class|type|interface)\b))/y;

/** Names that an `import` gives to files: `import cup from './cup.png'`. */
const named =
  /(?:^|\n|;)\s*import\s+([\w$]+)\s*(?:,[^;'"]{0,400})?\s*from\s*["']([^"'\n]{1,400})["']/g;

/** Values that are texts or numbers: `export const degrees = 100;`. */
const constant =
  /(?:^|\n)[ \t]*export\s+const\s+([\w$]+)(?:\s*:\s*\w+)?\s*=\s*("[^"\n\\]*"|'[^'\n\\]*'|`[^`$\\]*`|-?[\d.]+)\s*(?=;|\n|$)/g;

/** Tells whether statements of JavaScript begin at `at`, where a line begins. */
export function isStatement(source: string, at: number): boolean {
  statement.lastIndex = at;
  return statement.test(source);
}

/** The offset of the end of the line with which the statements at `at` end: that above a blank line, outside of brackets. */
export function findStatementEnd(source: string, at: number, budget: Budget): number {
  let index = at;
  for (;;) {
    const bracket = /[([{]|\n[ \t]*(?=\n)/g;
    bracket.lastIndex = index;
    const match = bracket.exec(source);
    if (match === null) return source.length;
    if (match[0].startsWith('\n')) return match.index;
    const close = findClose(source, match.index, budget);
    index = close === -1 ? match.index + 1 : close;
  }
}

/** The files that `statements` import, by the names that they get. */
export function readImports(statements: string): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  for (const [, name = '', path = ''] of statements.matchAll(named)) imports.set(name, path);
  return imports;
}

/** The texts and numbers that `statements` export, as code, by their names. */
export function readConstants(statements: string): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const [, name = '', code = ''] of statements.matchAll(constant)) constants.set(name, code);
  return constants;
}
