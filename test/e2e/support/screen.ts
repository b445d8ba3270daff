import type { Page } from '@playwright/test';

/** A page of the blog as its reader sees it, as far as it follows from its address. */
export interface Screen {
  readonly title: string;
  readonly heading: string;
  /** Text of the line that says which posts are shown. */
  readonly status: string;
  readonly typed: string;
  /** Keywords that are chosen. */
  readonly chosen: readonly string[];
  /** Addresses and texts of links, but for those of chips, which may stay from an earlier choice. */
  readonly links: readonly string[];
  /** Characters of the post's text. */
  readonly length: number;
}

/** The screen of `page`; `undefined` where the browser shows a page of its own, or the page is busy. */
export function readScreen(page: Page): Promise<Screen | undefined> {
  return page.evaluate(() => {
    const [heading = '', status = '', text = ''] = [
      'main h1',
      '.status-line > :first-child',
      'main .prose',
    ].map((selector) =>
      document.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    if (document.querySelector('#app main:not([aria-busy="true"])') === null) return undefined;
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
    return {
      title: document.title,
      heading,
      status,
      typed: field?.value ?? '',
      chosen: [
        ...document.querySelectorAll<HTMLElement>('.keyword-chips [aria-current="true"]'),
      ].map(({ dataset }) => dataset['slug'] ?? ''),
      links: [...document.querySelectorAll('main a[href]')]
        .filter((link) => link.closest('.keyword-chips') === null)
        .map((link) => `${link.getAttribute('href') ?? ''} ${link.textContent.trim()}`),
      length: text.length,
    };
  });
}
