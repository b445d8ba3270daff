import type { Site } from '../../src/content/site/site.ts';

/** Stands in for `virtual:rubric/site` in unit tests. */
export const site: Site = {
  title: 'Test blog',
  description: 'A blog for tests.',
  url: 'https://example.org/',
  language: 'en',
  timeZone: 'UTC',
  author: undefined,
  permalink: '/posts/:slug/',
  posts: 'public/posts',
  pages: 'public/pages',
  static: 'public',
  shortcodes: 'shortcodes',
  navigation: [],
  footer: 'Test blog',
  font: 'book',
  math: false,
  smartPunctuation: false,
  feedLength: 20,
  image: undefined,
  future: false,
  offline: true,
};
