import { describe, expect, test } from 'vitest';

import { expandBody } from '../../../../support/expand-body.ts';

const frontMatter = { n: 3, kind: 'black', list: ['x', 'y', 'z'] };

describe('expandControl', () => {
  test.each([
    ['if', '{% if page.n > 2 %}a{% endif %}', 'a'],
    ['if that does not hold', '{% if page.n > 3 %}a{% endif %}', ''],
    ['else', '{% if page.n > 3 %}a{% else %}b{% endif %}', 'b'],
    ['elsif', '{% if page.n > 3 %}a{% elsif page.n == 3 %}b{% else %}c{% endif %}', 'b'],
    ['unless', '{% unless page.n > 3 %}a{% endunless %}', 'a'],
    ['unless with else', '{% unless page.n == 3 %}a{% else %}b{% endunless %}', 'b'],
    ['if in if', '{% if page.n %}{% if nil %}a{% else %}b{% endif %}{% else %}c{% endif %}', 'b'],
    [
      'case',
      '{% case page.kind %}{% when "green" %}a{% when "a or b" or "white", "black" %}b{% else %}c{% endcase %}',
      'b',
    ],
    ['case with else', '{% case page.kind %}{% when "green" %}a{% else %}c{% endcase %}', 'c'],
    ['assign', '{% assign a = page.kind | upcase %}{{ a }}', 'BLACK'],
    ['capture', '{% capture a %}<{{ page.n }}>{% endcapture %}{{ a }}', '<3>'],
    ['for', '{% for a in page.list %}{{ a }}{{ forloop.index }},{% endfor %}', 'x1,y2,z3,'],
    ['for with a range', '{% for a in (1..3) %}{{ a }}{% endfor %}', '123'],
    [
      'for with its options',
      '{% for a in page.list limit:2 offset:1 reversed %}{{ a }}{% endfor %}',
      'zy',
    ],
    [
      'for with the last',
      '{% for a in page.list %}{{ a }}{% unless forloop.last %}-{% endunless %}{% endfor %}',
      'x-y-z',
    ],
    ['for over nothing', '{% for a in page.list offset:9 %}a{% else %}none{% endfor %}', 'none'],
    ['the date of the post', '{{ page.date | date: "%-d %B %Y" }}', '2 January 2020'],
    ['the keywords of the post', '{{ page.tags | join: ", " }}', 'Green tea'],
    ['fields of the blog', '{{ site.title }}{{ site.baseurl }}', 'Kettle'],
    [
      'a variable in an include',
      '{% assign v = "dQw4w9WgXcQ" %}{% include gist.html id=v %}',
      undefined,
    ],
  ])('follows %s', (_name, body, text) => {
    const expanded = expandBody(body, { frontMatter });
    if (text !== undefined) expect(expanded.text).toBe(text);
    if (text !== undefined) expect(expanded.problems).toEqual([]);
  });

  test.each([
    [
      'a field that is not there',
      '{% if page.x %}a{% endif %}',
      'info',
      '`page.x` has no value here',
    ],
    [
      'a condition that is none',
      '{% if page.n = 3 %}a{% endif %}',
      'warning',
      'The condition `page.n = 3` cannot be read',
    ],
    [
      'a list that is not known',
      '{% for a in site.posts %}a{% endfor %}',
      'warning',
      'The list of `a in site.posts` is not known',
    ],
    ['an assignment that is none', '{% assign a %}', 'warning', '`a` cannot be read'],
    ['an else by itself', '{% else %}', 'warning', '`else` does nothing here'],
    [
      'a break',
      '{% for a in page.list %}{% break %}{% endfor %}',
      'warning',
      '`break` does nothing here',
    ],
  ])('reports %s', (_name, body, severity, message) => {
    const { text, problems } = expandBody(body, { frontMatter });
    expect(text).toBe('');
    expect(problems[0]).toMatchObject({ severity, line: 1 });
    expect(problems[0]?.message).toContain(message);
  });

  test('stops loops in loops, and says so once', () => {
    const body =
      '{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}{% endfor %}{% endfor %}{% endfor %}';
    const { problems } = expandBody(body);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('more than ten times its length');
  });
});
