import type { Site } from '../../content/site/site.ts';
import type { PageDescription } from '../frame/app-context.ts';
import { findDirection } from '../words/page-words.ts';
import { buildHead, headMark } from './head.ts';
import { createDataScript } from './trusted-types.ts';

/** Puts the head of `page` in place of that of the page before. Loaded with the first navigation only. */
export function updateHead(page: PageDescription, site: Site, base: string): void {
  const head = buildHead(page, site, base);
  document.documentElement.lang = head.language;
  document.documentElement.dir = findDirection() ?? '';
  for (const old of document.head.querySelectorAll(`[${headMark}]`)) old.remove();
  for (const { name, attributes, text } of head.tags) {
    const element =
      name === 'script' ? createDataScript(text ?? 'null') : document.createElement(name);
    element.setAttribute(headMark, '');
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.head.append(element);
  }
}
