import { listNames } from './list-names.ts';
import { say, words } from './page-words.ts';

/** "Searching for “fox” in rust": `typed` is in quotes. */
export function searchingFor(text: string, names: readonly string[]): string {
  return names.length === 0
    ? say(words.searching, { text })
    : say(words.searchingIn, { text, names: listNames(names) });
}

/** "3 posts match “fox” in rust"; "3 titles" where the texts were not searched. */
export function countMatches(
  count: number,
  scope: 'text' | 'titles',
  text: string,
  names: readonly string[],
): string {
  const isText = scope === 'text';
  return names.length === 0
    ? say(isText ? words.postsMatch : words.titlesMatch, { count, text })
    : say(isText ? words.postsMatchIn : words.titlesMatchIn, {
        count,
        text,
        names: listNames(names),
      });
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
  return page > 1 ? say(words.pageListed, { count, page }) : say(words.postsListed, { count });
}
