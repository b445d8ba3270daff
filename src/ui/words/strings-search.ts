import { morePosts } from './strings.ts';

/** Words of the search results: apart, as they come with them and not with the first view. */
export const searchStrings = {
  inText: 'In the text',
  searching: 'Searching the full text…',
  failed: 'Full-text search did not load. These are title matches only.',
  titlesOnly: 'You are offline. Searching titles, and posts saved on this device.',
  everywhere: 'Search in all keywords',
  corrected: 'Searched instead for',
  more: (count: number): string => `Show ${count} more`,
  moreShown: (count: number): string => morePosts(count),
} as const;
