import type { Site } from '../../src/content/site/site.ts';

/** Settings as a blogger who gave few would have: a title, a description, an address, an author. */
export const sampleSite: Site = {
  title: 'Marginalia',
  description: 'Notes on parsers',
  url: 'https://blog.example/',
  language: 'en',
  timeZone: 'UTC',
  author: 'Ada',
  permalink: '/posts/:slug/',
  posts: 'public/posts',
  pages: 'public/pages',
  static: 'public',
  shortcodes: 'shortcodes',
  navigation: [],
  footer: 'Marginalia',
  font: 'book',
  math: false,
  smartPunctuation: false,
  feedLength: 20,
  image: undefined,
  future: false,
  offline: true,
};
