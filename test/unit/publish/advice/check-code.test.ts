import { describe, expect, test } from 'vitest';

import { checkCode } from '../../../../src/publish/advice/check-code.ts';
import { makeMeta } from '../../../support/create-meta.ts';

function check(body: string): readonly string[] {
  const block = { kind: 'none', text: '', line: 1, body, bodyLine: 1, isClosed: true } as const;
  const text = { meta: makeMeta(), file: 'posts/a.md', block, body, bodyLine: 5 };
  return checkCode({ ...text, html: '', findPlace: () => undefined }).map(
    ({ line, column, subject, repair }) =>
      `${line}:${column} ${subject} ${repair?.to ?? ''}`.trim(),
  );
}

describe('checkCode', () => {
  test.each([
    ['a language one letter off', '```pyton\n```', ['5:4 pyton python']],
    ['a language like no other, once', '```klingon\n```\n```klingon\n```', ['5:4 klingon']],
    ['a fence in a quotation', '> ~~~ rusty {linenos=true}\n> ~~~', ['5:7 rusty rust']],
    ['code that begins with a fence of code', '````md\n```xyzzy\n````', []],
    [
      'languages, their other names, diagrams, no language',
      '```js\n```\n```rs,linenos\n```\n```mermaid\n```\n```\n```',
      [],
    ],
    ['a code span over a line', '```x``` y', []],
  ])('reads %s', (_, body, expected) => {
    expect(check(body)).toEqual(expected);
  });
});
