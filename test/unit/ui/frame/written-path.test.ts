import { describe, expect, test } from 'vitest';
import { readSlugWords, readWrittenPath } from '../../../../src/ui/frame/written-path.ts';

describe('readWrittenPath', () => {
  test.each([
    ['/posts/x/', '/', '/posts/x/'],
    ['/repo/posts/%E6%9D%B1/', '/repo/', '/posts/東/'],
    ['/mine%20own/%C3%A9t%C3%A9/', '/mine own/', '/été/'],
    ['/posts/%E0%A4%A/', '/', '/posts/%E0%A4%A/'],
    ['/elsewhere/', '/repo/', '/elsewhere/'],
  ])('reads %s under %s as %s', (pathname, base, path) => {
    expect(readWrittenPath(pathname, base)).toBe(path);
  });
});

describe('readSlugWords', () => {
  test.each([
    ['/posts/bye-bye-automattic/', 'bye bye automattic'],
    ['/2019/some_page.html', 'some page'],
    ['/', ''],
    ['/%', '%'],
  ])('reads the words of %s as %s', (pathname, words) => {
    expect(readSlugWords(pathname)).toBe(words);
  });
});
