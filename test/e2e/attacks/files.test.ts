import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { JSDOM } from 'jsdom';

import { allowedTags, schemeOf } from '../../../src/content/html/html-policy.ts';
import { expect, getSite } from '../support/fixtures.ts';
import { readXml } from '../support/read-xml.ts';

const site = getSite('attacks');

/** All files of the blog, relative to its root. */
const files = readdirSync(site.outDir, { recursive: true, encoding: 'utf8' });

function read(file: string): string {
  return readFileSync(join(site.outDir, file), 'utf8');
}

/** Characters that no text for others may hold: most parsers of XML refuse the whole file for one. */
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Parts of `html` that could run, or could load what no post may. */
function findHostile(html: string): readonly string[] {
  const elements = [...new JSDOM(`<body>${html}`).window.document.body.querySelectorAll('*')];
  return elements.flatMap((element) => {
    const name = element.tagName.toLowerCase();
    const attributes = [...element.attributes].filter(
      (attribute) =>
        /^(?:on|style$|srcdoc$)/.test(attribute.name) ||
        /^(?:javascript|vbscript)$/.test(schemeOf(attribute.value) ?? ''),
    );
    return [
      ...(allowedTags.includes(name) ? [] : [`<${name}>`]),
      ...attributes.map((attribute) => `${attribute.name} on <${name}>`),
    ];
  });
}

test('feeds of attacks are well-formed, and hold nothing that could run', () => {
  const feeds = files.filter((file) => /(?:atom|rss)\.xml$/.test(file));
  expect(feeds.length).toBeGreaterThan(1);
  for (const file of feeds) {
    const text = read(file);
    expect(text, file).not.toMatch(control);
    const document = readXml(text);
    const bodies = [...document.querySelectorAll('entry > content, item > *')].filter(
      ({ tagName }) => tagName.startsWith('content'),
    );
    expect(bodies.length, file).toBeGreaterThan(0);
    for (const { textContent } of bodies) expect(findHostile(textContent ?? ''), file).toEqual([]);
    for (const link of document.querySelectorAll('link')) {
      const address = link.getAttribute('href') ?? link.textContent ?? '';
      expect(address.startsWith(site.published), `${file}: ${address}`).toBe(true);
    }
  }
});

test('JSON feeds of attacks can be read, and hold nothing that could run', () => {
  const feeds = files.filter((file) => file.endsWith('feed.json'));
  expect(feeds.length).toBeGreaterThan(0);
  for (const file of feeds) {
    const { items } = JSON.parse(read(file)) as { items: readonly { content_html: string }[] };
    for (const { content_html } of items) {
      expect(content_html, file).not.toMatch(control);
      expect(findHostile(content_html), file).toEqual([]);
    }
  }
});

test('the sitemap of attacks is well-formed, and names pages of the blog alone', () => {
  const addresses = files
    .filter((file) => /sitemap[^/]*\.xml$/.test(file))
    .flatMap((file) => [...readXml(read(file)).querySelectorAll('loc')])
    .map(({ textContent }) => textContent ?? '');
  expect(addresses.length).toBeGreaterThan(60);
  for (const address of addresses) {
    expect(address.startsWith(site.published), address).toBe(true);
    expect(address).not.toMatch(control);
    expect(() => decodeURI(address)).not.toThrow();
  }
});

test('data in pages of attacks can be read, and does not end its element', () => {
  const pages = files.filter((file) => file.endsWith('.html'));
  const found = { structured: 0, data: 0 };
  for (const file of pages) {
    const scripts = read(file).matchAll(
      /<script[^>]*type="application\/(ld\+)?json"[^>]*>([^]*?)<\/script/g,
    );
    for (const [, structured, text = ''] of scripts) {
      expect(text, file).not.toMatch(/[<\u2028\u2029]/);
      const value: unknown = JSON.parse(text);
      expect(Object.getPrototypeOf(value), file).toBe(Object.prototype);
      found[structured === undefined ? 'data' : 'structured']++;
    }
  }
  expect(found.structured).toBeGreaterThan(60);
  expect(found.data).toBeGreaterThan(60);
});
