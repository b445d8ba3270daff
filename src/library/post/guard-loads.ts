import { hostOf } from '../../content/html/html-policy.ts';

/**
 * A function that tells an element which the policy of the page `document` does not let load `src`: that policy came with the
 * page and names the hosts of posts that the build has seen. Without a policy all elements may load.
 */
export function createLoadGuard(document: Document): (element: Element, src: string) => boolean {
  const policy = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv=Content-Security-Policy]',
  )?.content;
  return ({ tagName }, src) => {
    const host = hostOf(src);
    if (host === undefined) return false;
    const kind = tagName === 'IFRAME' ? 'frame' : tagName === 'IMG' ? 'img' : 'media';
    const sources = new RegExp(`${kind}-src([^;]*)`).exec(policy ?? '')?.[1];
    if (sources === undefined || / https:( |$)/.test(sources)) return false;
    const below = host.replace(/^[^.]*/, '*');
    return ![host, below].some((name) => `${sources} `.includes(` https://${name} `));
  };
}
