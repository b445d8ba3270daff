// Sentences of the app that take something, as functions; all others are read from `strings`. The words themselves are
// data, a file for each language, in `content/messages`.

import { listNames } from './list-names.ts';
import { say, words } from './page-words.ts';

/** The sentences of the app in the language of the page; read where they are shown. */
export const strings = words;

/** "2,304". */
export const writeNumber = (count: number): string => say('{count}', { count });
/** "1 post", "2,304 posts". */
export const countedPosts = (count: number): string => say(words.countedPosts, { count });
/** "1 keyword", "47 keywords". */
export const countedKeywords = (count: number): string => say(words.countedKeywords, { count });
/** "19 min". */
export const minutesShort = (count: number): string =>
  count === 0 ? '' : say(words.minutes, { count });
/** "19 min read". */
export const minutesLong = (count: number): string =>
  count === 0 ? '' : say(words.minutesToRead, { count });
/** "54 more": keywords that are not in sight. */
export const andMore = (count: number): string => say(words.andMore, { count });
/** "Updated 4 March 2019". */
export const updatedOn = (day: string): string => say(words.updatedOn, { day });
/** "Part 2 of 4 in Name". */
export const partOf = (part: number, parts: number, name: string): string =>
  say(words.partOf, { part, parts, name });
/** "rust, 17 posts, selected": the name of a chip. */
export const chipName = (name: string, count: number, isSelected: boolean): string =>
  isSelected
    ? say(words.chosen, { name: chipName(name, count, false) })
    : say(words.chip, { name, count });
/** "All 47 keywords": unfolds the chips. */
export const allKeywords = (count: number): string => say(words.allKeywords, { count });
/** "Search 48 posts": the placeholder. */
export const searchPosts = (count: number): string => say(words.searchPosts, { count });
/** "Theme: dark". */
export const themeName = (theme: 'automatic' | 'light' | 'dark'): string =>
  say(words.theme, { theme: words[theme] });
/** "20 more posts". */
export const morePosts = (count: number): string => say(words.morePosts, { count });
/** "Posts about rust", "Posts about rust, page 2". */
export const postsAbout = (name: string, page = 1): string =>
  onPage(say(words.postsAbout, { name }), page);
/** "12 posts about rust". */
export const countAbout = (count: number, names: readonly string[]): string =>
  say(words.countAbout, { count, names: listNames(names) });
/** "Posts, page 2". */
export const postsPage = (page: number): string => onPage(words.posts, page);
/** "Posts about rust, page 2"; `line` alone on the first page. */
export const onPage = (line: string, page: number): string =>
  page > 1 ? say(words.onPage, { line, page }) : line;
/** "The posts about rust did not load." */
export const notLoaded = (names: readonly string[]): string =>
  names.length === 0 ? words.notLoaded : say(words.notLoadedAbout, { names: listNames(names) });
/** A sentence around one thing that is no text, in two halves: "There is nothing at " and ".". */
export const around = (sentence: string): readonly [before: string, after: string] => {
  const [before = '', after = ''] = sentence.split(/\{\w+\}/);
  return [before, after];
};
