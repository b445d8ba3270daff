import type { ContentError } from '../model/problem.ts';

/** A setting as read, with what is needed to say where it is wrong. */
export interface Setting {
  readonly name: string;
  readonly value: unknown;
  /** The error to throw; `inner` are the names that lead to what is wrong within the value. */
  readonly fail: (message: string, remedy: string, inner?: readonly string[]) => ContentError;
  /** The blog's language. Left out: English. */
  readonly language?: string;
}

/** Text, which may be empty. */
export function parseLine({ name, value, fail }: Setting): string {
  if (typeof value === 'string') return value.trim();
  throw fail(`\`${name}\` is ${describeValue(value)}, not text.`, `Write \`${name} = "…"\`.`);
}

/** Text that is not empty. */
export function parseText(setting: Setting): string {
  const text = parseLine(setting);
  if (text !== '') return text;
  throw setting.fail(`\`${setting.name}\` is empty.`, 'Give it a value or remove the line.');
}

/** True or false. */
export function parseBoolean({ name, value, fail }: Setting): boolean {
  if (typeof value === 'boolean') return value;
  const message = `\`${name}\` is ${describeValue(value)}, not true or false.`;
  throw fail(message, `Write \`${name} = true\` or \`${name} = false\`.`);
}

/** `value` as messages tell of it. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return `\`"${value}"\``;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a table' : `\`${String(value)}\``;
}
