import type { Page } from '@playwright/test';

/** A page whose links are wanted. */
export interface LinkedPage {
  readonly html: string;
  /** Where it lies: relative addresses are resolved by it. */
  readonly url: string;
}

/** An address of the same server in a post. */
export interface InternalLink {
  /** As it stands in the HTML. */
  readonly written: string;
  /** Absolute, without hash. */
  readonly url: string;
}

/**
 * The links, pictures and other files that the text of each of `pages` names on its own server. `page` must be
 * empty: the policy of a page of ours forbids parsing.
 */
export async function findLinks(
  page: Page,
  pages: readonly LinkedPage[],
): Promise<readonly (readonly InternalLink[])[]> {
  return page.evaluate(readLinks, pages);
}

/** Runs in the page. */
function readLinks(pages: readonly LinkedPage[]): InternalLink[][] {
  return pages.map(({ html, url }) => {
    const root = new DOMParser().parseFromString(html, 'text/html').querySelector('.prose');
    if (root === null) throw new Error(`${url} has no text.`);
    const named = (attribute: string): string[] =>
      [...root.querySelectorAll(`[${attribute}]`)].map(
        (element) => element.getAttribute(attribute) ?? '',
      );
    const sets = named('srcset').flatMap((set) =>
      set.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''),
    );
    const written = ['href', 'src', 'poster', 'data'].flatMap(named);
    return [...written, ...sets].flatMap((address) => {
      if (address === '' || !URL.canParse(address, url)) return [];
      const target = new URL(address, url);
      target.hash = '';
      if (target.origin !== new URL(url).origin) return [];
      return [{ written: address, url: target.href }];
    });
  });
}
