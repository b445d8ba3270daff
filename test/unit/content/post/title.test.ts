import { describe, expect, test } from 'vitest';
import { readTitle } from '../../../../src/content/post/title.ts';

describe('readTitle', () => {
  test.each([
    ['plain', 'Hello', 'Hello'],
    ['Markdown, as written', 'About `::class` and *more*', 'About `::class` and *more*'],
    ['character references', 'On &ldquo;agile&rdquo; &amp; more', 'On “agile” & more'],
    ['formatting tags', 'The <em>big <b>one</b></em><br>here', 'The big one here'],
    ['what only looks like a tag', 'Vec<T> and <template>', 'Vec<T> and <template>'],
    ['blanks', ' a\n  b ', 'a b'],
  ])('reads a title of the front matter: %s', (_, given, title) => {
    expect(readTitle(given, '# Other', { name: 'file' })).toEqual({
      title,
      source: 'front-matter',
    });
  });

  test.each([
    ['first', '# Hello\n\nText', 'Hello'],
    ['closed', '# Hello ##\n', 'Hello'],
    ['with markup', 'Text\n\n## A [link](/x), `code` & **bold** {#id}\n', 'A link, code & bold'],
    ['underlined', 'Text.\n\nHello\n=====\n', 'Hello'],
    ['underlined by dashes', 'Hello\n---\n', 'Hello'],
    ['after a fence', '```\n# no\n```\n\n# yes', 'yes'],
    ['after a fence of several lines', '```\na\n\n# no\n\n# no\n```\n\n# yes', 'yes'],
    ['after a fence in a quotation', '> ```\n> # no\n> # no\n> ```\n\n# yes', 'yes'],
    ['after a comment', '<!--\n# hidden\n-->\n\n# Real', 'Real'],
    ['after a comment that begins in a line', 'Text <!--\n# hidden\n-->\n\n# Real', 'Real'],
    ['after code of Liquid', '{% highlight sh %}\n# no\n{% endhighlight %}\n\n# yes', 'yes'],
    ['after code of Hugo', '{{< highlight sh >}}\n# no\n{{< /highlight >}}\n\n# yes', 'yes'],
    ['after code of HTML', '<pre>\n# no\n\n# no\n</pre>\n\n# yes', 'yes'],
    ['after a fence with marks in it', '```\n```js\n# no\n```\n\n# yes', 'yes'],
    ['in a comment that is never closed', '<!--\n# yes', 'yes'],
    ['with references', '# &Uuml;ber &frac12; [a] [b][c] [d]\n\n[d]: /x', 'Über ½ [a] [b][c] d'],
    ['of two lines', 'One\ntwo\n---', 'One two'],
    ['after an empty one', '# \n\n## yes', 'yes'],
    ['CRLF', '# Hello\r\n\r\nText', 'Hello'],
  ])('takes the first heading: %s', (_, body, title) => {
    expect(readTitle(undefined, body, { name: 'file' })).toEqual({ title, source: 'heading' });
  });

  test.each([
    ['no heading', 'Text', 'my-first_post', 'My first post'],
    ['a heading in code only', '    # no\n\n~~~\n# no\n', 'x', 'X'],
    ['a hashtag', '#rust is not a heading', 'x', 'X'],
    ['a rule', 'Text\n\n---\n\n- item\n---\n', 'x', 'X'],
    ['a Japanese name', '', '日本語', '日本語'],
    ['no name', '', '', 'Untitled'],
  ])('takes the file name where there is %s', (_, body, name, title) => {
    expect(readTitle('  ', body, { name })).toEqual({ title, source: 'file-name' });
  });
});
