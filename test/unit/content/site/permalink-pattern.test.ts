import { describe, expect, test } from 'vitest';
import {
  findUnknownTokens,
  formatPermalink,
  isIdentifying,
} from '../../../../src/content/site/permalink-pattern.ts';
import type { PermalinkParts } from '../../../../src/content/site/permalink-pattern.ts';

const parts: PermalinkParts = {
  slug: 'bye',
  title: 'Bye, Bye!',
  filename: '2019-03-04-bye_bye',
  hasDatedName: false,
  folders: ['articles', 'Deep Down'],
  categories: ['Old News', 'Work'],
  day: '2019-03-04',
};

describe('formatPermalink', () => {
  test.each([
    ['the default', '/posts/:slug/', '/posts/bye/'],
    ['the path of Zola', '/:path/', '/articles/deep-down/bye/'],
    ['section', '/:section/:slug/', '/articles/bye/'],
    ['sections', '/:sections/:slug', '/articles/deep-down/bye/'],
    ['dates', '/:year/:month/:day/:slug/', '/2019/03/04/bye/'],
    ['short dates', '/:short_year/:i_month/:i_day/:slug/', '/19/3/4/bye/'],
    ['day of the year', '/:year/:yearday/:y_day/:slug/', '/2019/63/063/bye/'],
    ['title', '/:title/', '/bye-bye/'],
    ['file name', '/:filename/', '/2019-03-04-bye-bye/'],
    ['synonyms of Hugo', '/:slugorfilename/:contentbasename/', '/bye/2019-03-04-bye-bye/'],
    ['categories of Jekyll', '/:categories/:slug/', '/old news/work/bye/'],
    ['one category', '/:category/:slug/', '/old news/bye/'],
    ['an ending of Jekyll', '/:year/:slug:output_ext', '/2019/bye.html'],
    ['.html', '/:year/:slug.html', '/2019/bye.html'],
    ['pretty', 'pretty', '/old news/work/2019/03/04/bye-bye/'],
    ['date', 'date', '/old news/work/2019/03/04/bye-bye.html'],
    ['ordinal', 'ordinal', '/old news/work/2019/063/bye-bye.html'],
    ['weekdate', 'weekdate', '/old news/work/2019/W10/Mon/bye-bye.html'],
    ['slugs of categories', '/:slugified_categories/:slug/', '/old-news/work/bye/'],
    ['a slice of sections', '/:sections[1:]/:slug/', '/deep-down/bye/'],
    ['the last section', '/:sections[last]/:slug/', '/deep-down/bye/'],
    ['one section', '/:sections[0]/:slug/', '/articles/bye/'],
    ['names of months and days', '/:monthname/:weekdayname/:slug/', '/March/Monday/bye/'],
    ['numbers of weekdays', '/:weekday/:w_day/:slug/', '/1/1/bye/'],
    ['a collection', '/:collection/:slug/', '/posts/bye/'],
    ['none', 'none', '/old news/work/bye-bye.html'],
    ['tokens joined by signs', '/:year-:month_:day/:slug/', '/2019-03_04/bye/'],
    ['no slash at the ends', ':year/:slug', '/2019/bye/'],
  ])('fills in %s', (_, pattern, permalink) => {
    expect(formatPermalink(pattern, parts)).toBe(permalink);
  });

  test('takes the slug for `:title` where the file name starts with a date, as Jekyll does', () => {
    expect(formatPermalink('/:title/', { ...parts, hasDatedName: true })).toBe('/bye/');
  });

  test.each([
    ['/:year/:month/:slug/', '/bye/'],
    ['/:year-:month-:slug/', '/bye/'],
    ['/:year/', '/bye/'],
    ['/-:slug-/', '/-bye-/'],
  ])('leaves the date out of %s for an undated post', (pattern, permalink) => {
    expect(formatPermalink(pattern, { ...parts, day: undefined })).toBe(permalink);
  });

  test('falls back to the slug where all parts are empty', () => {
    expect(formatPermalink('/:section/', { ...parts, folders: [] })).toBe('/bye/');
  });
});

describe('findUnknownTokens', () => {
  test.each([
    ['/:slug/:foo/', [':foo']],
    ['/:slugs/', [':slugs']],
    ['/:year_:month/:Slug/', [':Slug']],
    ['/posts/:slug/', []],
  ])('finds those of %s', (pattern, unknown) => {
    expect(findUnknownTokens(pattern)).toEqual(unknown);
  });
});

describe('isIdentifying', () => {
  test.each([
    ['/posts/:slug/', true],
    ['pretty', true],
    ['/:path', true],
    ['/:year/:month/', false],
    ['/posts/', false],
  ])('judges %s', (pattern, isOne) => {
    expect(isIdentifying(pattern)).toBe(isOne);
  });
});
