import { XMLValidator } from 'fast-xml-parser';
import { JSDOM } from 'jsdom';
import { expect } from './fixtures.ts';

/** The document of `text`. Fails the test where one of two strict parsers finds it not well-formed. */
export function readXml(text: string): Document {
  expect(XMLValidator.validate(text)).toBe(true);
  return new JSDOM(text, { contentType: 'application/xml' }).window.document;
}

/** The elements named `name`, prefix included, right below `parent`. */
export function findChildren(parent: Element, name: string): Element[] {
  return Array.from(parent.children).filter((child) => child.tagName === name);
}

/** The text of the one element named `name` right below `parent`. Fails where there is another number, or no text. */
export function readOne(parent: Element, name: string): string {
  const found = findChildren(parent, name).map((child) => child.textContent ?? '');
  expect(found, `${name} in ${parent.tagName}`).toHaveLength(1);
  expect(found[0], `${name} in ${parent.tagName}`).not.toBe('');
  return found[0] ?? '';
}
