import { replaceByLink } from '../../content/html/html-policy-hooks.ts';
import type { PolicyOptions } from '../../content/html/html-policy-hooks.ts';
import { findEmbed, hostOf } from '../../content/html/html-policy.ts';

/**
 * A function that puts a link in place of an element which the policy of the page `document` does not let load: that
 * policy came with the page and names the hosts of posts that the build has seen. Without a policy all elements stay.
 */
export function createLoadGuard(
  document: Document,
): (element: Element, options: PolicyOptions) => void {
  const policy = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv=Content-Security-Policy]',
  )?.content;
  return (element, { words, settings }) => {
    const tag = element.tagName;
    const written = element.getAttribute('src') ?? '';
    const src = tag === 'IFRAME' ? (findEmbed(written, settings) ?? '') : written.trim();
    const host = hostOf(src);
    if (host === undefined) return;
    const kind = tag === 'IFRAME' ? 'frame' : tag === 'IMG' ? 'img' : 'media';
    const sources = new RegExp(`${kind}-src([^;]*)`).exec(policy ?? '')?.[1];
    if (sources === undefined || / https:( |$)/.test(sources)) return;
    const below = host.replace(/^[^.]*/, '*');
    const isAllowed = [host, below].some((name) => `${sources} `.includes(` https://${name} `));
    if (!isAllowed) replaceByLink(element, src, words);
  };
}
