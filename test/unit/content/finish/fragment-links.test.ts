import { describe, expect, test } from 'vitest';

import { createFragmentLinks } from '../../../../src/content/finish/fragment-links.ts';
import { createProblemLog } from '../../../../src/content/finish/problem-log.ts';

const block = { html: '', offset: 0, line: 7, source: '', isHtml: false };

function finish(href: string, ids: Readonly<Record<string, string>>): [string, unknown[]] {
  const log = createProblemLog();
  const links = createFragmentLinks(log);
  const out = [`<a href="${href}">`];
  links.add(0, href, block);
  links.finish(out, (id) => ids[id]);
  return [out.join(''), log.list().map((found) => [found.block?.line, found.subject])];
}

describe('createFragmentLinks', () => {
  test.each([
    ['leaves a link that is right', '#a', '<a href="#a">'],
    ['puts an id right', '#A--b', '<a href="#a-b">'],
    ['reads an id that is encoded', '#%C3%A9', '<a href="#%C3%A9">'],
    ['leaves the top of the page', '#', '<a href="#">'],
    ['leaves other addresses', '/x/#gone', '<a href="/x/#gone">'],
  ])('%s', (_, href, html) => {
    expect(finish(href, { a: 'a', 'A--b': 'a-b', é: 'é' })).toEqual([html, []]);
  });

  test('reports an id that is nowhere', () => {
    expect(finish('#gone', {})).toEqual(['<a href="#gone">', [[7, '#gone']]]);
  });
});
