import type { Site } from '../content/site.ts';
import type { PageDescription } from './app-context.ts';
import { buildHead, headMark } from './head.ts';

/** Puts the head of `page` in place of that of the page before. Loaded with the first navigation only. */
export function updateHead(page: PageDescription, site: Site, base: string): void {
  const head = buildHead(page, site, base);
  document.documentElement.lang = head.language;
  for (const old of document.head.querySelectorAll(`[${headMark}]`)) old.remove();
  for (const { name, attributes } of head.tags) {
    // No string may become a script's text under the page's policy, data or not. Who reads structured
    // data loads each address anew; here that of the page before is only taken away.
    if (name === 'script') continue;
    const element = document.createElement(name);
    element.setAttribute(headMark, '');
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.head.append(element);
  }
}
