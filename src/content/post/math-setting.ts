import { createFields } from '../front-matter/fields.ts';
import type { Fields } from '../front-matter/fields.ts';

const mathNames = ['math', 'mathjax', 'katex', 'usemath', 'hasmath', 'latex'];

/** The setting of a post that turns formulas on or off; `undefined`: it has none. */
export function readMath(fields: Fields): boolean | undefined {
  return readSwitch(fields, mathNames);
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
