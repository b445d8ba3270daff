import { createInterface } from 'node:readline/promises';

import { findNearest } from '../../content/text/edit-distance.ts';
import { paint, say } from '../base/terminal.ts';

/** Keywords that are offered: those of most posts. */
const offered = 12;

/**
 * The keywords of a new post: those in `given`, with commas between them, or on a terminal those that the blogger types, with
 * the Tab key for those in use. One that is new and looks like one in use is told of, and stays.
 *
 * @param known keywords in use, those of most posts first
 */
export async function chooseKeywords(
  given: string | undefined,
  known: readonly string[],
): Promise<readonly string[]> {
  const isAsked = given === undefined && process.stdin.isTTY && process.stdout.isTTY;
  const keywords = readList(given ?? (isAsked ? await ask(known) : ''), known);
  for (const warning of describeNew(keywords, known))
    say(`${paint('yellow', 'note')}   ${warning}`);
  return keywords;
}

/** The keywords in `text`, with commas between them, each once and spelled as it is in use. */
export function readList(text: string, known: readonly string[]): readonly string[] {
  const spelled = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => known.find((one) => one.toLowerCase() === part.toLowerCase()) ?? part);
  return [...new Set(spelled)];
}

/** A sentence for each of `keywords` that no post has yet, but one very like it. */
export function describeNew(
  keywords: readonly string[],
  known: readonly string[],
): readonly string[] {
  return keywords.flatMap((keyword) => {
    if (known.includes(keyword)) return [];
    const near = findNearest(
      keyword.toLowerCase(),
      known.map((one) => one.toLowerCase()),
      2,
    );
    const like = known.find((one) => one.toLowerCase() === near);
    return like === undefined
      ? []
      : `No post has the keyword \`${keyword}\` yet. Did you mean \`${like}\`?`;
  });
}

async function ask(known: readonly string[]): Promise<string> {
  if (known.length > 0) say(`Keywords in use: ${known.slice(0, offered).join(', ')}`);
  const complete = (line: string): [string[], string] => completeLast(line, known);
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: complete,
  });
  try {
    return await terminal.question('Keywords, with commas between them (none: Enter): ');
  } finally {
    terminal.close();
  }
}

/** Completions of the last keyword in `line`, and the part of it that they replace: as Node's readline asks for them. */
export function completeLast(line: string, known: readonly string[]): [string[], string] {
  const start = /[^,]*$/.exec(line)?.[0].trimStart() ?? '';
  const found = known.filter((one) => one.toLowerCase().startsWith(start.toLowerCase()));
  return [found, start];
}
