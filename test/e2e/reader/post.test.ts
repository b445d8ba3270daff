import { expect, openPage, test } from '../support/fixtures.ts';
import { samplePosts } from '../support/sample-posts.ts';

test('reads the seed post right, mended where its bytes are damaged', async ({ page }) => {
  await openPage(page, './posts/bye-bye-automattic-hello-wasmer/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Bye bye Automattic, hello Wasmer',
  );
  await expect(page).toHaveTitle('Bye bye Automattic, hello Wasmer – Rubric');
  await expect(page.getByRole('article').locator('time').first()).toHaveText('4 March 2019');
  const body = page.locator('.prose');
  await expect(body).toContainText('PHP —like I did with');
  await expect(body).toContainText('more to come on this blog—. More secret projects');
  await expect(body).toContainText('realities 🎉!');
  await expect(body).not.toContainText('â€');
  await expect(body.locator('code')).toHaveText(
    '[php-ext-wasm](https://github.com/Hywan/php-ext-wasm)',
  );
  await expect(body.getByRole('link', { name: 'Wasmer' }).first()).toHaveAttribute(
    'href',
    'https://wasmer.io/',
  );
});

test('opens from the list, reads the raw file, and moves focus to the title', async ({ page }) => {
  await openPage(page, './');
  const raw = page.waitForResponse(/\/posts\/2024-10-14-showing-code\.md(\?|$)/);
  await page.getByRole('link', { name: 'Showing code', exact: true }).click();
  await expect(page).toHaveURL(/\/posts\/showing-code\/$/);
  expect((await raw).status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1, name: 'Showing code' })).toBeFocused();
  await expect(page.locator('.prose')).toContainText('Name the language');
});

test('is shown again by Back, at the place that was left', async ({ page }) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const next = page.getByRole('navigation', { name: 'Adjacent posts' }).locator('[rel=next]');
  await next.hover();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(1000);
  await next.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  // The frame after the browser's own move is the first that a reader sees.
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = (): void =>
          resolve({ title: document.querySelector('h1')?.textContent, scroll: scrollY });
        addEventListener('popstate', () =>
          requestAnimationFrame(() => requestAnimationFrame(look)),
        );
        history.back();
      }),
  );
  expect(seen).toEqual({ title: 'A tour of Markdown', scroll: left });
  await expect(next).toBeFocused();
});

test('that was left is there at once on Back: the same node, as it was left, without a request', async ({
  page,
}) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const fold = page.locator('.prose details').first();
  await fold.locator('summary').click();
  await expect(fold).toHaveAttribute('open', '');
  await page.evaluate(() => Object.assign(window, { kept: document.querySelector('.prose') }));
  await page.getByRole('navigation', { name: 'Adjacent posts' }).locator('[rel=next]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing code');
  // Off any link: one that comes to lie under the pointer is fetched.
  await page.mouse.move(1, 1);
  await page.waitForLoadState('networkidle');

  const requests: string[] = [];
  page.on('request', (request) => {
    // Neither the icon, which the browser looks for again whenever the head changes, nor posts fetched ahead.
    if (request.url().includes('a-tour-of-markdown')) requests.push(request.url());
  });
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A tour of Markdown');
  const isSame = await page.evaluate(
    () => document.querySelector('.prose') === (window as unknown as { kept: Element }).kept,
  );
  expect(isSame).toBe(true);
  await expect(fold).toHaveAttribute('open', '');
  expect(requests).toEqual([]);
});

test('is fetched while the pointer rests on a link to it, or a finger lies on it', async ({
  page,
}) => {
  await openPage(page, './');
  for (const [title, path, come] of [
    ['Showing code', /\/posts\/showing-code\/post\.json/, 'hover'],
    ['A tour of Markdown', /\/posts\/a-tour-of-markdown\/post\.json/, 'touch'],
  ] as const) {
    const link = page.getByRole('link', { name: title, exact: true });
    const request = page.waitForRequest(path);
    if (come === 'hover') await link.hover();
    else await link.dispatchEvent('touchstart');
    await request;
  }
  await expect(page).toHaveTitle('Rubric');
});

test('leads to its neighbours and to posts that share its keywords', async ({ page }) => {
  const at = samplePosts.findIndex(({ title }) => title === 'Moving in from Hugo');
  await openPage(page, `./${samplePosts[at]?.address}`);
  const adjacent = page.getByRole('navigation', { name: 'Adjacent posts' });
  await expect(adjacent.locator('[rel=prev]')).toContainText(samplePosts[at + 1]?.title ?? '');
  await expect(adjacent.locator('[rel=next]')).toContainText(samplePosts[at - 1]?.title ?? '');
  const related = page.getByRole('region', { name: 'Related by keyword' });
  await expect(related.getByRole('link', { name: 'Moving in from Jekyll' })).toBeVisible();
  await expect(page.getByText(/^Part 2 of \d in Moving in$/).first()).toBeVisible();
  await adjacent.locator('[rel=next]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    samplePosts[at - 1]?.title ?? '',
  );
});

test('has contents that lead to its headings', async ({ page }) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'Footnotes' }).click();
  await expect(page).toHaveURL(/#footnotes$/);
  await expect(page.getByRole('heading', { name: 'Footnotes' })).toBeInViewport();
});

test('opens at a heading named by the address', async ({ page }) => {
  await openPage(page, './posts/showing-code/#marked-lines');
  await expect(page.getByRole('heading', { name: 'Marked lines' })).toBeInViewport();
});

test('shows all that Markdown has', async ({ page }) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const body = page.locator('.prose');
  for (const selector of [
    'em',
    'strong',
    'del',
    'kbd',
    'sub',
    'sup',
    'mark',
    'abbr[title]',
    'ol > li > ul',
    'input[type=checkbox][checked]',
    'dl > dt',
    'blockquote blockquote',
    'table th[scope]',
    'math',
    'details > summary',
    'hr',
    '#here',
  ]) {
    await expect(body.locator(selector).first(), selector).toBeAttached();
  }
  await expect(body).toContainText('これは大事です。');
  await expect(body).toContainText('Vec<u8> is a type');
  await expect(body).toContainText(':seedling: 🌱.');
  await expect(body.locator('math[display=block]')).toHaveCount(1);
});

test('answers footnotes both ways', async ({ page }) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const reference = page.getByRole('link', { name: 'Note 1' });
  await reference.click();
  const back = page.getByRole('link', { name: 'Back to reference 1' });
  await expect(back).toBeInViewport();
  await back.click();
  await expect(reference).toBeInViewport();
});

test('colours code and copies it without the prompt', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, './posts/showing-code/');
  const rust = page.locator('figure.code[data-language=rust]');
  await expect(rust.locator('code span').first()).toBeVisible();
  const figure = page.locator('figure.code', { hasText: 'git clone' });
  await figure.getByRole('button', { name: 'Copy' }).click();
  await expect(figure.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Code copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('git clone https://github.com/you/notes');
  expect(text).not.toMatch(/^\$ /m);
});

test('leaves shortcodes alone where they stand in code, and nowhere else', async ({ page }) => {
  await openPage(page, './posts/moving-in-from-zola/');
  const body = page.locator('.prose');
  await expect(body.locator('code', { hasText: '{{ youtube(id="…") }}' })).toBeVisible();
  await expect(body.locator('blockquote', { hasText: 'A reader' }).locator('em')).toHaveText(
    'Markdown',
  );
});

test('loads its images with their sizes known', async ({ page }) => {
  await openPage(page, './posts/pictures-beside-the-words/');
  const images = page.locator('.prose img');
  await expect(images).toHaveCount(3);
  for (const image of await images.all()) {
    await expect(image).toHaveAttribute('width', /^\d+$/);
    await expect(image).toHaveAttribute('height', /^\d+$/);
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
      .toBeGreaterThan(0);
  }
  await expect(page.locator('.prose figcaption')).toContainText('two columns');
});

for (const { title, address } of samplePosts) {
  test(`shows “${title}” without a fault`, async ({ page }) => {
    await openPage(page, `./${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const outside = await page.locator('.prose').evaluate((body) => {
      const copy = body.cloneNode(true) as Element;
      for (const code of copy.querySelectorAll('code, pre')) code.remove();
      return copy.textContent;
    });
    expect(outside).not.toMatch(/\{\{|\{%|\}\}|%\}/);
  });
}

test('a table that grows wider than the page can be reached by keyboard', async ({ page }) => {
  await openPage(page, './posts/a-tour-of-markdown/');
  const region = page.locator('.prose .scroll').first();
  await expect(region).not.toHaveAttribute('tabindex');
  await region
    .locator('td')
    .first()
    .evaluate((cell) => (cell.textContent = 'wide'.repeat(60)));
  await expect(region).toHaveAttribute('tabindex', '0');
});
