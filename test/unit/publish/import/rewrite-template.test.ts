import { describe, expect, test } from 'vitest';

import { rewriteTemplate } from '../../../../src/publish/import/rewrite-template.ts';

describe('rewriteTemplate', () => {
  test.each([
    ['hugo', 'an argument by name', '<b>{{ .Get "x" }}</b>', '<b>{{x}}</b>'],
    ['hugo', 'an argument by place, as HTML', '{{ .Get 0 | safeHTML }}', '{{{0}}}'],
    ['hugo', 'a variable', '{{ $u := .Get "u" }}<a href="{{ $u }}">x</a>', '<a href="{{u}}">x</a>'],
    [
      'hugo',
      'a part that may be left out',
      '{{ with .Get "t" }}<i>{{ . }}</i>{{ end }}',
      '{{#t}}<i>{{t}}</i>{{/t}}',
    ],
    [
      'hugo',
      'either of two parts',
      '{{ if .Get "t" }}a{{ else }}b{{ end }}',
      '{{#t}}a{{/t}}{{^t}}b{{/t}}',
    ],
    [
      'hugo',
      'the text between its tags',
      '<p>{{ .Inner | .Page.RenderString }}</p>',
      '<p>{{body}}</p>',
    ],
    ['hugo', 'a remark', '{{/* x */}}<hr>', '<hr>'],
    ['tera', 'arguments', '{{ a }} {{ b | safe }}', '{{a}} {{{b}}}'],
    ['tera', 'the text between its tags', '{{ body | markdown | safe }}', '{{body}}'],
    [
      'tera',
      'a value for what is not given',
      '{{ w | default(value="9") }}',
      '{{#w}}{{w}}{{/w}}{{^w}}9{{/w}}',
    ],
    ['tera', 'a part for what is not given', '{% if not a %}x{% endif %}', '{{^a}}x{{/a}}'],
    ['liquid', 'arguments', '{{ include.a }} {{ include.b | escape }}', '{{{a}}} {{b}}'],
    [
      'liquid',
      'parts',
      '{% unless include.a %}x{% else %}y{% endunless %}',
      '{{^a}}x{{/a}}{{#a}}y{{/a}}',
    ],
    ['liquid', 'values of the page', '{{ page.title | escape }}', '{{page.title}}'],
  ] as const)('rewrites of %s %s', (language, _, source, text) => {
    expect(rewriteTemplate(source, language)).toEqual({
      kind: 'done',
      text: `${text}\n`,
      hasScript: false,
    });
  });

  test.each([
    ['hugo', 'a loop', 'a\n{{ range .Pages }}x{{ end }}', 2],
    ['hugo', 'a partial', '{{ partial "x" . }}', 1],
    ['hugo', 'a part that is not closed', '{{ if .Get "x" }}', 1],
    ['tera', 'a function', '{% set x = load_data(path="a") %}', 1],
    ['tera', 'a filter', '{{ a | upper }}', 1],
    ['liquid', 'a list of the site', '\n\n{% for p in site.posts %}x{% endfor %}', 3],
  ] as const)('says of %s where %s stands', (language, _, source, line) => {
    expect(rewriteTemplate(source, language)).toMatchObject({ kind: 'stuck', line });
  });

  test('tells of scripts', () => {
    expect(rewriteTemplate('<script>x</script>', 'tera')).toMatchObject({ hasScript: true });
  });
});
