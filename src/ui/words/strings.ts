/** Every sentence of the interface, in one place. Functions where a number or a name goes in. */

/** One for all: making a format takes longer than a chip may. */
const numbers = new Intl.NumberFormat('en');

const plural = (count: number, one: string, many: string): string =>
  `${numbers.format(count)} ${count === 1 ? one : many}`;

/** "1 post", "2,304 posts". */
export const countedPosts = (count: number): string => plural(count, 'post', 'posts');

/** "1 title", "3 titles": posts that were found by their titles alone. */
export const countedTitles = (count: number): string => plural(count, 'title', 'titles');

/** "1 keyword", "47 keywords". */
export const countedKeywords = (count: number): string => plural(count, 'keyword', 'keywords');

/** "rust", "rust and parser", "rust, parser and wasm". */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;

/** Words of the interface that take nothing. */
export const strings = {
  skip: 'Skip to content',
  navigation: 'Main',
  posts: 'Posts',
  archive: 'Archive',
  years: 'Years',
  keywords: 'Keywords',
  search: 'Search',
  shortcuts: 'Keyboard shortcuts',
  feed: 'Atom feed',
  searchLabel: 'Search posts',
  searchHint: 'Results appear below as you type.',
  filter: 'Filter by keyword',
  findKeyword: 'Find a keyword',
  noKeyword: 'No keyword matches.',
  someKeywords: 'The rarer keywords did not load.',
  sortByName: 'Sort A to Z',
  newestFirst: 'Newest first',
  fewer: 'Fewer keywords',
  clearKeyword: 'Clear keyword',
  clearSearch: 'Clear search',
  clearAll: 'Clear all',
  pinned: 'Pinned',
  undated: 'Undated',
  older: 'Older posts',
  newer: 'Newer posts',
  previous: 'Previous',
  next: 'Next',
  adjacent: 'Adjacent posts',
  related: 'Related by keyword',
  mentioned: 'Mentioned in',
  together: 'Often together',
  contents: 'On this page',
  tryAgain: 'Try again',
  reload: 'Reload',
  home: 'Back to posts',
  missing: 'Page not found',
  near: 'Did you mean',
  emptyBody: 'This post has no text yet.',
  noPosts: 'There are no posts yet.',
  noPostsHint: 'Put a Markdown file into the posts folder, and it appears here.',
  loading: 'Loading post',
  loadingList: 'Loading…',
  slow: 'This is taking long',
  failed: 'This post could not be loaded',
  failedList: 'These posts could not be loaded',
  interrupted: 'The connection was interrupted.',
  offline: 'You are offline',
  notSaved: 'This post is not saved on this device.',
  notSavedPage: 'This page is not saved on this device.',
  updated: 'This site has been updated.',
  partMissing: 'A part of this site did not load.',
  source: 'This post is shown as its source',
  sourceTimeout: 'Rendering it took too long.',
  sourceFailed: 'Rendering it failed.',
  sourceLabel: 'Source of the post',
  problems: 'Problems in this file',
  unmark: 'Remove marks',
  copy: 'Copy',
  copied: 'Copied',
  codeCopied: 'Code copied',
  pressCopy: 'Press Ctrl+C',
  table: 'Table',
  formula: 'Formula',
} as const;

/** "19 min". */
export const minutesShort = (minutes: number): string => (minutes === 0 ? '' : `${minutes} min`);
/** "19 min read". */
export const minutesLong = (minutes: number): string =>
  minutes === 0 ? '' : `${minutes} min read`;
/** "54 more": keywords that are not in sight. */
export const andMore = (count: number): string => `${count} more`;
/** "Updated 4 March 2019". */
export const updatedOn = (day: string): string => `Updated ${day}`;
/** "Part 2 of 4 in Name". */
export const partOf = (part: number, parts: number, name: string): string =>
  `Part ${part} of ${parts} in ${name}`;
/** "rust, 17 posts, selected": the name of a chip. */
export const chipName = (name: string, count: number, isSelected: boolean): string =>
  `${name}, ${countedPosts(count)}${isSelected ? ', selected' : ''}`;
/** "All 47 keywords": unfolds the chips. */
export const allKeywords = (count: number): string => `All ${countedKeywords(count)}`;
/** "Search 48 posts": the placeholder. */
export const searchPosts = (count: number): string => `Search ${countedPosts(count)}`;
/** "Theme: dark". */
export const themeName = (theme: string): string => `Theme: ${theme}`;
/** "There is nothing at …": before and after the address. */
export const nothingAt = 'There is nothing at ';
/** "No posts match “xyz”.": `typed` is in quotes. */
export const noMatch = (typed: string): string => `No posts match ${typed}.`;
/** "The posts about rust did not load." */
export const notLoaded = (names: readonly string[]): string =>
  names.length === 0
    ? 'The posts did not load.'
    : `The posts about ${joinNames(names)} did not load.`;
/** "No titles match “xyz”.": the texts were not searched. */
export const noTitle = (typed: string): string => `No titles match ${typed}.`;
/** "20 more posts". */
export const morePosts = (count: number): string => plural(count, 'more post', 'more posts');
/** "Code sample, rust". */
export const codeSample = (language: string): string =>
  language === '' ? 'Code sample' : `Code sample, ${language}`;
/** "Posts about rust", "Posts about rust, page 2". */
export const postsAbout = (name: string, pageNumber = 1): string =>
  `Posts about ${name}${pageNumber > 1 ? `, page ${pageNumber}` : ''}`;
/** "12 posts about rust". */
export const countAbout = (count: number, names: readonly string[]): string =>
  `${countedPosts(count)} about ${joinNames(names)}`;
/** "Posts, page 2". */
export const postsPage = (pageNumber: number): string => `Posts, page ${pageNumber}`;
