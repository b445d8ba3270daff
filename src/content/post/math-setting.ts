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
