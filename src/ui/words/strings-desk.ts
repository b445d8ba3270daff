import { messages } from 'virtual:rubric/messages/desk';
import { chooseWords, say } from './page-words.ts';
import { quoteTyped } from './quote-typed.ts';

/** Sentences of the draft desk. In a file of its own, as no reader's page has them. */
export const deskStrings = chooseWords('desk', messages);

/** "No problems", "1 problem", "3 problems". */
export const countedProblems = (count: number): string =>
  count === 0 ? deskStrings.noProblems : say(deskStrings.countedProblems, { count });

/** "Line 12", "Line 12, column 3". */
export const lineOf = (line: number, column: number | undefined): string =>
  column === undefined
    ? say(deskStrings.line, { line })
    : say(deskStrings.lineAndColumn, { line, column });

/** "“Title”: 3 problems.": spoken when a draft is shown. */
export const saidDraft = (title: string, count: number): string =>
  say(deskStrings.shown, { title: quoteTyped(title), problems: countedProblems(count) });
