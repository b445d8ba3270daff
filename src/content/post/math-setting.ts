import { createFields, toText } from '../front-matter/fields.ts';
import type { Fields } from '../front-matter/fields.ts';
import { wordList } from '../text/word-list.ts';

const mathNames = wordList(
  'math mathjax katex usemath hasmath latex enablemath mathenable enablekatex katexenable usekatex',
  'enablemathjax mathjaxenable usemathjax withmath showmath enablelatex uselatex',
);

/** The setting of a post that turns formulas on or off; `undefined`: it has none. */
export function readMath(fields: Fields): boolean | undefined {
  return readSwitch(fields, mathNames) ?? (listsMath(fields) ? true : undefined);
}

/** Tells a post whose theme is to load a library for formulas: `libraries: [katex]`. */
function listsMath(fields: Fields): boolean {
  const value = fields.find('libraries')?.value;
  const names = Array.isArray(value) ? value.map(toText) : [toText(value)];
  return names.some((name) => /^(?:math(?:jax)?|katex|latex)$/i.test(name ?? ''));
}

/** A setting that is yes, no, or the name of a way to do it (`math: katex`, `toc: { enable: true }`). */
export function readSwitch(fields: Fields, names: readonly string[]): boolean | undefined {
  if (fields.find(...names) === undefined) return undefined;
  return (
    fields.findFlag(...names) ?? fields.findFlag(...names.map((name) => `${name}.enable`)) ?? true
  );
}

/** {@link readMath} of the values of a front matter. */
export function readMathSetting(values: Readonly<Record<string, unknown>>): boolean | undefined {
  return readMath(createFields(values));
}

const fence = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/;

/** Tells a body that has a formula between `$$`, or in an environment of LaTeX, outside of code. Linear. */
export function hasDisplayMath(body: string): boolean {
  if (!body.includes('$$') && !body.includes('\\begin{')) return false;
  let open: string | undefined;
  let marks = 0;
  for (const line of body.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && (open === undefined || mark.startsWith(open)))
      open = open === undefined ? mark : undefined;
    if (open !== undefined || mark !== undefined || /^(?: {4}|\t)/.test(line)) continue;
    const text = line.replace(/`[^`]*`/g, '');
    if (/^\s*\\begin\{(?:equation|align|gather|multline)\*?\}/.test(text)) return true;
    marks += text.split('$$').length - 1;
    if (marks >= 2) return true;
  }
  return false;
}
