import type { SearchAnswer } from '../../content/model/library.ts';
import { listNames } from './list-names.ts';
import { say, words } from './page-words.ts';
import { onPage } from './strings.ts';

/** "Searching for “fox” in rust": `text` is in quotes. */
export function searchingFor(text: string, names: readonly string[]): string {
  return within(say(words.searching, { text }), names);
}

/** "3 posts match “fox” in rust"; "3 titles" where the texts were not searched. */
export function countMatches(
  { total, scope }: Pick<SearchAnswer, 'total' | 'scope'>,
  text: string,
  names: readonly string[],
): string {
  const template = scope === 'text' ? words.postsMatch : words.titlesMatch;
  return within(say(template, { count: total, text }), names);
}

function within(line: string, names: readonly string[]): string {
  return names.length === 0 ? line : say(words.within, { line, names: listNames(names) });
}

/** "“fox” (3 posts)": for the title bar. */
export function countFound(count: number, scope: 'text' | 'titles', text: string): string {
  const counted = say(scope === 'text' ? words.countedPosts : words.countedTitles, { count });
  return `${text} (${counted})`;
}

/** "No posts match “xyz”."; "No titles" where the texts were not searched. */
export function noMatch(scope: 'text' | 'titles', text: string): string {
  return say(scope === 'text' ? words.noMatch : words.noTitle, { text });
}

/** "48 posts, newest first", "48 posts, newest first, page 2". */
export function countListed(count: number, page: number): string {
  return onPage(say(words.postsListed, { count }), page);
}
