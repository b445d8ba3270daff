import { describe, expect, test } from 'vitest';
import type { Giscus, Mapping, Utterances } from '../../../../src/content/settings/services.ts';
import {
  formatFrameUrl,
  formatThemeMessage,
  formatThreadsUrl,
  readFrameNews,
} from '../../../../src/ui/services/comment-frame.ts';

const giscus: Giscus = {
  service: 'giscus',
  url: 'https://giscus.app',
  repo: 'ann/blog',
  repoId: 'R_1',
  category: 'Talk',
  categoryId: 'DIC_1',
  mapping: 'pathname',
};
const utterances: Utterances = {
  service: 'utterances',
  url: 'https://utteranc.es',
  repo: 'ann/blog',
  label: 'talk',
  mapping: 'pathname',
};
const place = {
  url: 'https://ann.example/posts/br%C3%B6t/',
  pageTitle: 'Bröt – Ann',
  title: 'Bröt',
  summary: 'x'.repeat(1000),
  language: 'en',
  theme: undefined,
  session: 's',
};

function paramsOf(url: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(url).searchParams);
}

describe('formatFrameUrl', () => {
  test('gives giscus what its own script would', () => {
    const url = formatFrameUrl(giscus, place);
    expect(url).toMatch(/^https:\/\/giscus\.app\/widget\?/);
    expect(paramsOf(url)).toMatchObject({
      origin: place.url,
      session: 's',
      repo: 'ann/blog',
      repoId: 'R_1',
      category: 'Talk',
      categoryId: 'DIC_1',
      term: 'posts/br%C3%B6t/',
      theme: 'preferred_color_scheme',
    });
    expect(url.length).toBeLessThan(1500);
  });

  test('gives utterances what its own script would', () => {
    const url = formatFrameUrl(utterances, { ...place, theme: 'dark' });
    expect(url).toMatch(/^https:\/\/utteranc\.es\/utterances\.html\?/);
    expect(paramsOf(url)).toMatchObject({
      repo: 'ann/blog',
      'issue-term': 'pathname',
      label: 'talk',
      theme: 'github-dark',
      origin: 'https://ann.example',
      url: place.url,
      pathname: 'posts/br%C3%B6t/',
      title: 'Bröt – Ann',
      'og:title': 'Bröt',
    });
  });

  test.each<[Mapping, string]>([
    ['pathname', 'posts/br%C3%B6t/'],
    ['url', place.url],
    ['title', 'Bröt – Ann'],
    ['og:title', 'Bröt'],
  ])('finds threads by %s', (mapping, term) => {
    expect(paramsOf(formatFrameUrl({ ...giscus, mapping }, place))['term']).toBe(term);
  });

  test.each([
    ['https://a.example/', 'index'],
    ['https://a.example/2019/x.html', '2019/x'],
  ])('finds the threads of %s as they were found elsewhere', (url, term) => {
    expect(paramsOf(formatFrameUrl(giscus, { ...place, url }))['term']).toBe(term);
  });

  test.each([
    ['en-GB', '/widget'],
    ['de-AT', '/de/widget'],
    ['zh-Hans', '/zh-CN/widget'],
    ['zh-Hant', '/zh-TW/widget'],
    ['la', '/widget'],
  ])('speaks %s as far as giscus does', (language, path) => {
    expect(new URL(formatFrameUrl(giscus, { ...place, language })).pathname).toBe(path);
  });
});

describe('formatThreadsUrl', () => {
  test.each([
    [giscus, 'https://github.com/ann/blog/discussions'],
    [utterances, 'https://github.com/ann/blog/issues'],
  ])('leads to GitHub', (comments, url) => expect(formatThreadsUrl(comments)).toBe(url));
});

describe('readFrameNews', () => {
  test.each([
    [
      'the height of giscus',
      { giscus: { resizeHeight: 300.5 } },
      { kind: 'height', heightPx: 301 },
    ],
    ['that of utterances', { type: 'resize', height: 40 }, { kind: 'height', heightPx: 40 }],
    ['an endless height', { giscus: { resizeHeight: 1e9 } }, { kind: 'height', heightPx: 100_000 }],
    ['signing out', { giscus: { signOut: true } }, { kind: 'signed-out' }],
    ['a session that is over', { giscus: { error: 'State has expired' } }, { kind: 'signed-out' }],
    ['a new discussion', { giscus: { error: 'Discussion not found' } }, undefined],
    ['a height that is none', { type: 'resize', height: 'tall' }, undefined],
    ['no height', { giscus: { resizeHeight: Number.NaN } }, undefined],
    ['nothing', null, undefined],
    ['text', 'resize', undefined],
  ])('reads %s', (_, message, news) => expect(readFrameNews(message)).toEqual(news));
});

describe('formatThemeMessage', () => {
  test('tells each frame of the theme in its own words', () => {
    expect(formatThemeMessage(giscus, 'dark')).toEqual({
      giscus: { setConfig: { theme: 'dark' } },
    });
    expect(formatThemeMessage(utterances, undefined)).toEqual({
      type: 'set-theme',
      theme: 'preferred-color-scheme',
    });
  });
});
