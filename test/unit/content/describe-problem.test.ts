import { describe, expect, test } from 'vitest';

import { describeProblem } from '../../../src/content/describe-problem.ts';
import type { ProblemKind } from '../../../src/content/model/problem.ts';

describe('describeProblem', () => {
  test.each<[ProblemKind, string, string]>([
    ['asset', 'a.png', 'The file `a.png` is not there.'],
    ['encoding', 'control', 'References to control characters, such as `&#1;`, were left out.'],
    [
      'limit',
      'headings',
      'The post has more than 500 headings; those beyond are in no table of contents.',
    ],
    ['limit', 'attributes', 'A tag has more than 64 attributes; the others were left out.'],
    ['limit', 'tags', 'The post has more than 20000 tags; those beyond were left out.'],
    [
      'limit',
      'depth',
      'The post has more than 200 levels of tags inside each other; those beyond were left out.',
    ],
    ['html', 'no address', 'Embedded content without a web address was removed.'],
    ['html', 'a.example', 'Content of `a.example` is not embedded; a link takes its place.'],
    ['html', '<script>', '`<script>` was removed with what is in it.'],
    ['html', '<nobr>', 'The tag `<nobr>` was removed; what is in it stays.'],
    ['html', 'onclick on <p>', '`onclick` on `<p>` was removed.'],
    [
      'html',
      'href on <a> javascript:x > y',
      '`javascript:x > y` in `href` of `<a>` is no address a post may use; it was removed.',
    ],
    ['link', '#a', '`#a` names no place in this post.'],
    ['link', 'b.md', '`b.md` leads to nothing in this blog.'],
    [
      'link',
      'github.com/x',
      '`github.com/x` leads to nothing in this blog: it looks like an address of the web without its scheme.',
    ],
  ])('says of %s %j: %s', (kind, subject, message) => {
    expect(describeProblem({ kind, subject }).message).toBe(message);
  });
});
