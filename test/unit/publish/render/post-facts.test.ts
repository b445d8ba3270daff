import { describe, expect, test } from 'vitest';

import type { SafeHtml } from '../../../../src/content/model/html.ts';
import { openCache } from '../../../../src/publish/disk/cache.ts';
import { createFacts, hostsOf, openFactsTable } from '../../../../src/publish/render/post-facts.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function renderedAs(html: string): RenderedPost {
  return {
    body: { kind: 'html', html: { content: html } as unknown as SafeHtml },
    headings: [],
    problems: [],
    findings: [],
    references: { 'b.md': '/posts/b/' },
    images: {},
    markdown: 'Text.',
    missing: [],
    needs: [],
    languages: [],
  };
}

describe('createFacts', () => {
  test('has the hosts that a body loads from, and none of its text', () => {
    const facts = createFacts(renderedAs('<img src="https://pictures.example/a.png">'));
    expect(hostsOf(facts).images).toEqual(new Set(['pictures.example']));
    expect(JSON.stringify(facts)).not.toContain('Text.');
    expect(hostsOf(createFacts(renderedAs('<p>x</p>'))).images).toEqual(new Set());
  });

  test('has another hash for another text or body, and the one that the cache gives', () => {
    const rendered = renderedAs('<p>x</p>');
    const { hash } = createFacts(rendered);
    expect(openCache(makeFolder()).save('ab', rendered)).toBe(hash);
    expect(createFacts(renderedAs('<p>y</p>')).hash).not.toBe(hash);
    expect(createFacts({ ...rendered, markdown: 'Other.' }).hash).not.toBe(hash);
  });
});

describe('openFactsTable', () => {
  test('keeps from build to build what is used', () => {
    const folder = makeFolder();
    const facts = createFacts(renderedAs('<p>x</p>'));
    const first = openFactsTable(openCache(folder));
    first.note('a', facts);
    first.note('b', facts);
    first.save();
    const second = openFactsTable(openCache(folder));
    expect(second.find('a')).toEqual(facts);
    second.save();
    const third = openFactsTable(openCache(folder));
    expect([third.find('a'), third.find('b')]).toEqual([facts, undefined]);
  });
});
