import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Answer } from './check-outside.ts';

/** The answers of other sites that `file` keeps, by address; none where it is missing or damaged. */
export async function readAnswers(file: string): Promise<Map<string, Answer>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const answers = new Map<string, Answer>();
  for (const [url, value] of Object.entries(parse(text))) {
    const answer = readAnswer(value);
    if (answer !== undefined) answers.set(url, answer);
  }
  return answers;
}

/** Keeps `answers` in `file`. */
export async function writeAnswers(
  file: string,
  answers: ReadonlyMap<string, Answer>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(Object.fromEntries(answers)));
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A file that was cut short: its answers are asked for again.
    return {};
  }
}

function readAnswer(value: unknown): Answer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const status = 'status' in value && typeof value.status === 'number' ? value.status : undefined;
  const reason = 'reason' in value && typeof value.reason === 'string' ? value.reason : undefined;
  return 'atMs' in value && typeof value.atMs === 'number'
    ? { status, reason, atMs: value.atMs }
    : undefined;
}
