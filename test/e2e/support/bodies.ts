import type { Page } from '@playwright/test';

/** The HTML of a post's text in its prerendered page at `path`. */
export async function fetchBody(page: Page, path: string): Promise<string> {
  const response = await page.request.get(new URL(path, await findBase(page)).href);
  const html = await response.text();
  // Read by the browser's own parser, on a page whose policy allows it.
  const reader = await findReader(page);
  return reader.evaluate((text) => {
    const box = new DOMParser().parseFromString(text, 'text/html');
    return box.querySelector('.prose')?.innerHTML ?? '(no text)';
  }, html);
}

/** Opens the post at `path` as a click in the app would, and gives the HTML of its text. */
export async function openInApp(page: Page, path: string): Promise<string> {
  const url = new URL(path, await findBase(page)).href;
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'Open';
    document.querySelector('main')?.append(link);
    link.click();
    link.remove();
  }, url);
  await page.waitForURL(url);
  await page.locator('main[aria-busy=true]').waitFor({ state: 'detached' });
  return page.locator('.prose').evaluate((body) => body.innerHTML);
}

/**
 * `html` as the two renderers must agree on it. What the app adds to a shown text is taken away, and nothing else:
 * copy buttons and the marks of parts that scroll.
 */
export function comparableBody(html: string): string {
  return html
    .replace(/<button type="button">[^]*?<\/button>/g, '')
    .replace(/ tabindex="0" role="region" aria-label="[^"]*"/g, '');
}

const readers = new WeakMap<Page, Promise<Page>>();

/** An empty page beside `page`, without a policy. */
function findReader(page: Page): Promise<Page> {
  const known = readers.get(page) ?? page.context().newPage();
  readers.set(page, known);
  return known;
}

async function findBase(page: Page): Promise<string> {
  return page.evaluate(() => {
    const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
    return script.replace(/assets\/.*$/, '');
  });
}
