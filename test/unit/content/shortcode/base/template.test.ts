import { describe, expect, test } from 'vitest';

import { bodyMark, expandTemplate } from '../../../../../src/content/shortcode/base/template.ts';
import type { Argument } from '../../../../../src/content/shortcode/tags/arguments.ts';

const values: Readonly<Record<string, Argument>> = {
  a: '<b> & "c"',
  list: ['x', '<y>'],
  none: [],
  empty: '',
  off: 'false',
  body: bodyMark,
  lines: 'a\n\nb',
  '0': 'first',
  'page.title': 'Tea',
};
const templates: Readonly<Record<string, string>> = {
  other: '[{{a}}]',
  self: '{{>self}}',
  ping: '{{>pong}}',
  pong: '{{>ping}}',
  twice: '{{>leaf}}{{>leaf}}',
  broken: '\n{{#x}}',
};

function expand(source: string): string {
  return expandTemplate('t', source, {
    find: (name) => (Object.hasOwn(values, name) ? values[name] : undefined),
    findTemplate: (name) => (Object.hasOwn(templates, name) ? templates[name] : undefined),
  });
}

describe('expandTemplate', () => {
  test.each([
    ['text', 'a { b } } c', 'a { b } } c'],
    [
      'an argument, escaped',
      '{{a}} {{ a }}',
      '&lt;b&gt; &amp; &quot;c&quot; &lt;b&gt; &amp; &quot;c&quot;',
    ],
    ['an argument as HTML', '{{{a}}}{{&a}}', '<b> & "c"<b> & "c"'],
    ['an argument without a name', '{{0}}', 'first'],
    ['a field', '{{page.title}}', 'Tea'],
    ['nothing for what is not given', '[{{x}}{{constructor}}]', '[]'],
    ['a list with commas', '{{list}}', 'x, &lt;y&gt;'],
    ['the body', '<p>{{body}}</p>', `<p>${bodyMark}</p>`],
    ['line breaks that do not end the block', '{{lines}}|{{{lines}}}', 'a&#10;&#10;b|a\nb'],
    ['a section that is given', '{{#a}}yes{{/a}}{{^a}}no{{/a}}', 'yes'],
    ['a section that is not given', '{{#x}}yes{{/x}}{{^x}}no{{/x}}', 'no'],
    ['a section that is empty', '{{#empty}}yes{{/empty}}{{^empty}}no{{/empty}}', 'no'],
    ['a section that is off', '{{#off}}yes{{/off}}{{^off}}no{{/off}}', 'no'],
    [
      'a section for each of a list',
      '{{#list}}<{{.}}>{{/list}}{{#none}}x{{/none}}',
      '<x><&lt;y&gt;>',
    ],
    ['sections in sections', '{{#a}}{{#x}}1{{/x}}{{^x}}2{{/x}}{{/a}}', '2'],
    ['another template', '{{> other }}', '[&lt;b&gt; &amp; &quot;c&quot;]'],
    ['no remarks', 'a{{! b\nc }}d', 'ad'],
  ])('prints %s', (_name, source, printed) => {
    expect(expand(source)).toBe(printed);
  });

  test.each([
    ['a section that is not closed', '\n{{#a}}x', 't.html:2  `{{#a}}` is not closed.'],
    ['a section that is not open', 'x{{/a}}', 't.html:1  `{{/a}}` closes nothing.'],
    ['crossed sections', '{{#a}}{{#b}}{{/a}}{{/b}}', 't.html:1  `{{/a}}` closes nothing.'],
    ['braces that are not closed', 'a\n\n{{a', 't.html:3  `{{` is not closed.'],
    ['a template that is not there', '{{>gone}}', 't.html:1  There is no template `gone.html`.'],
    ['a template that names itself', '{{>self}}', 'self.html:1  It names itself'],
    [
      'templates that name each other',
      '{{>ping}}',
      'names itself, directly or through another template.',
    ],
    ['a fault in another template', '{{>broken}}', 'broken.html:2  `{{#x}}` is not closed.'],
    [
      'too many pieces',
      '{{#list}}'.repeat(14) + 'x' + '{{/list}}'.repeat(14),
      'prints more than 10000 pieces',
    ],
  ])('rejects %s', (_name, source, message) => {
    expect(() => expand(source)).toThrow(message);
  });
});
