import { describe, expect, test } from 'vitest';
import { readFinishedPage } from '../../../../src/library/post/finished-page.ts';
import type { PageData, StoredBody } from '../../../../src/content/files/page-data.ts';
import type { Sanitize } from '../../../../src/content/model/html.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { testSite } from '../../../support/create-meta.ts';
import { writePage } from '../../../support/write-page.ts';

const [entry] = buildCatalog([createMeta({ path: 'a.md', title: 'A < B' })], testSite).entries;
const card = entry?.card ?? expect.fail('no post');
const passed: string[] = [];
const sanitize = ((html: string) => {
  passed.push(html);
  return { html: { content: `clean ${html}` }, removed: [] };
}) as unknown as Sanitize;

function write(body: StoredBody, html: string): string {
  const data: PageData = {
    overview: undefined,
    keywords: undefined,
    lists: [],
    archives: [],
    posts: [
      {
        permalink: card.permalink,
        view: {
          collection: 'posts',
          card,
          date: undefined,
          updated: undefined,
          author: undefined,
          description: undefined,
          image: undefined,
          body,
          headings: [{ level: 2, id: 'h', text: 'H' }],
          previous: undefined,
          next: undefined,
          related: [],
          series: undefined,
          translations: [],
          problems: [],
        },
      },
    ],
  };
  return writePage(html, data);
}

describe('readFinishedPage', () => {
  test('gives the facts of the data block and the body of the page, sanitized', async () => {
    const html = '<p>Text</p><div><div>Deep</div></div>';
    const page = write({ kind: 'html' }, html);
    expect(await readFinishedPage(page, card.permalink, sanitize)).toMatchObject({
      card,
      headings: [{ id: 'h' }],
      body: { kind: 'html', html: { content: `clean ${html}` } },
    });
    expect(passed.at(-1)).toBe(html);
  });

  test('takes a body that has no HTML from the data block', async () => {
    const body = { kind: 'source', text: '# A', reason: 'timeout' } as const;
    expect(await readFinishedPage(write(body, ''), card.permalink, sanitize)).toMatchObject({
      body,
    });
  });

  test.each([
    ['another post', write({ kind: 'html' }, '<p>'), '/posts/b/'],
    ['no data', '<!doctype html><p>Welcome to the station', card.permalink],
    ['a body that is cut off', write({ kind: 'html' }, '<p>').replace('after', ''), card.permalink],
  ])('gives nothing of a page with %s', async (_, page, permalink) => {
    expect(await readFinishedPage(page, permalink, sanitize)).toBeUndefined();
  });

  test('throws on data of another form', async () => {
    const page = write({ kind: 'html' }, '<p>').replace('"schema":1', '"schema":99');
    await expect(readFinishedPage(page, card.permalink, sanitize)).rejects.toThrow(/schema/);
  });
});
