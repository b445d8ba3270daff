import type { Page } from '@playwright/test';

/** The HTML of a post's text in its prerendered page at `path`. */
export async function fetchBody(page: Page, path: string): Promise<string> {
  const [body = ''] = await fetchBodies(page, [path]);
  return body;
}

/** Like {@link fetchBody}, for many posts at once. */
export async function fetchBodies(
  page: Page,
  paths: readonly string[],
): Promise<readonly string[]> {
  const base = await findBase(page);
  const pages = paths.map(async (path) => {
    const response = await page.request.get(new URL(path, base).href);
    return response.text();
  });
  // Read by the browser's own parser, on a page whose policy allows it.
  const reader = await findReader(page);
  return reader.evaluate(
    (texts) =>
      texts.map((text) => {
        const box = new DOMParser().parseFromString(text, 'text/html');
        return box.querySelector('.prose')?.innerHTML ?? '(no text)';
      }),
    await Promise.all(pages),
  );
}

/** What the app shows of a post. */
export interface ShownPost {
  readonly title: string;
  /** The HTML of its text. */
  readonly body: string;
}

/** Opens the post at `path` as a click in the app would. */
export async function openInApp(page: Page, path: string): Promise<ShownPost> {
  const url = new URL(path, await findBase(page)).href;
  // All in one visit to the page, as hundreds of posts are opened so.
  return page.evaluate(async (address) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'Open';
    document.querySelector('main')?.append(link);
    link.click();
    link.remove();
    // A body that is slow to come has its place kept by an empty `.post-body`.
    const isShown = (): boolean =>
      location.href === address &&
      document.querySelector('main[aria-busy=true]') === null &&
      document.querySelector('.post-body:not(:has(.prose))') === null;
    await new Promise<void>((done) => {
      const check = (): void => {
        if (isShown()) done();
        else requestAnimationFrame(check);
      };
      check();
    });
    return {
      title: document.querySelector('h1')?.textContent ?? '(no title)',
      body: document.querySelector('.prose')?.innerHTML ?? '(no text)',
    };
  }, url);
}

/**
 * `html` as the two renderers must agree on it. What the app adds to a shown text is taken away, and nothing else:
 * copy buttons, and the marks of parts that scroll and of pictures that are not there.
 */
export function comparableBody(html: string): string {
  return html
    .replace(/<button type="button" class="copy">[^]*?<\/button>/g, '')
    .replace(/ tabindex="0" role="region" aria-label="[^"]*"/g, '')
    .replace(/ data-failed=""/g, '');
}

const readers = new WeakMap<Page, Promise<Page>>();

/** An empty page beside `page`, without a policy. */
function findReader(page: Page): Promise<Page> {
  const known = readers.get(page) ?? openBehind(page);
  readers.set(page, known);
  return known;
}

async function openBehind(page: Page): Promise<Page> {
  const reader = await page.context().newPage();
  // A page that is covered by another is given one frame a second.
  await page.bringToFront();
  return reader;
}

async function findBase(page: Page): Promise<string> {
  return page.evaluate(() => {
    const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
    return script.replace(/assets\/.*$/, '');
  });
}
