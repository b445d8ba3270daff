import { describe, expect, test } from 'vitest';

import { findEmbed } from '../../../../src/content/html/embed-policy.ts';
import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';

describe('findEmbed', () => {
  test.each([
    ['https://www.youtube.com/embed/a?start=3', 'https://www.youtube-nocookie.com/embed/a?start=3'],
    ['//youtube.com/embed/a', 'https://www.youtube-nocookie.com/embed/a'],
    ['http://player.vimeo.com/video/1?autoplay=1', 'https://player.vimeo.com/video/1?dnt=1'],
    ['https://codepen.io/a/embed/b', 'https://codepen.io/a/embed/b'],
  ])('puts right %s', (src, url) => {
    expect(findEmbed(src, noLoadSettings)).toBe(url);
  });

  test.each([
    'https://www.youtube.com/watch?v=a',
    'https://evil.example/embed/a',
    'https://player.vimeo.com.evil.example/video/1',
    'https://player.vimeo.com:8080/video/1',
    'https://a@player.vimeo.com/video/1',
    'javascript:x',
    '/embed/a',
    'https://',
    '',
  ])('refuses %j', (src) => {
    expect(findEmbed(src, noLoadSettings)).toBeUndefined();
  });

  const settings = {
    ...noLoadSettings,
    url: 'https://blog.films.example/notes/',
    frameHosts: ['player.example:8443', '*.films.example'],
  };

  test.each([
    ['a host of the settings', '//player.example:8443/a', 'https://player.example:8443/a'],
    ['a host below one', 'http://a.films.example/b?c', 'https://a.films.example/b?c'],
    ['another port', 'https://player.example/a', undefined],
    ['the host above', 'https://films.example/a', undefined],
    ['a host that ends alike', 'https://evilfilms.example/a', undefined],
    ['the blog itself', 'https://blog.films.example/notes/x.html', undefined],
    ['a name with a password', 'https://a:b@a.films.example/', undefined],
    ['another scheme', 'ftp://a.films.example/', undefined],
  ])('decides by the settings on %s', (_, src, url) => {
    expect(findEmbed(src, settings)).toBe(url);
  });
});
