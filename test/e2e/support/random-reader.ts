import type { Page } from '@playwright/test';
import type { DeployedBlog, ServerFault } from './deploys.ts';

/** One who reads a blog at random, alike for the same source of numbers. */
export interface RandomReader {
  /** Does the next thing, and says what. */
  step(): Promise<string>;
  /** Puts everything right: network, server. */
  mend(): Promise<void>;
}

/** Titles that a deploy changes into each other: of one length, one address, and found by the same words. */
const titles = ['Showing code', 'Showing Code'] as const;

/** `value`, of either deploy, as text that is the same for both. */
export function ignoreDeploy(value: unknown): string {
  return String(JSON.stringify(value, undefined, 1)).replaceAll(titles[1], titles[0]);
}

const words = ['code', 'zola', 'picture', 'wasmer hello', 'markdwn', 'qqq'];

/** Files that a fault may be put before. */
const targets: readonly (readonly [string, RegExp])[] = [
  ['lists and search', /\/data\//],
  ['posts', /\/(?:posts|pages)\/.*(?:\.md|post\.json)/],
  ['pages', /\/(?:\?.*)?$/],
  ['the app', /\/assets\/.*\.js/],
  ['everything', /./],
];
const serverFaults: readonly ServerFault[] = [
  'missing',
  'error',
  'page',
  'reset',
  'cut',
  'silence',
];

/** A reader of `blog` in `page`, whose choices `random` makes. */
export function createRandomReader(
  page: Page,
  blog: DeployedBlog,
  random: () => number,
): RandomReader {
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  let [now, next]: readonly [string, string] = titles;
  const clickOneOf = (selector: string): Promise<string> => clickAny(page, selector, random());
  const actions: Readonly<Record<string, () => Promise<string>>> = {
    open: () => clickOneOf('#app main a[href$="/"]:not(.chip, [href*="://"]), #app header nav a'),
    back: () => goBack(page, -1),
    forward: () => goBack(page, 1),
    filter: () => clickOneOf('.keyword-chips a.chip'),
    clear: () => clickOneOf('.status-line button, .keyword-chips [aria-current=true]'),
    search: () => search(page, pick(words) ?? ''),
    theme: () => clickOneOf('header button.tool'),
    save: () => save(page),
    retry: () => clickOneOf('.page-note button'),
    async offline() {
      await page.context().setOffline(true);
      return '';
    },
    async online() {
      await page.context().setOffline(false);
      return '';
    },
    async deploy() {
      blog.deploy(now, next);
      [now, next] = [next, now];
      return next;
    },
    async fault() {
      const [name, pattern] = pick(targets) ?? ['everything', /./];
      const fault = pick(serverFaults) ?? 'error';
      blog.spoil(fault, (path) => pattern.test(path));
      return `${fault} of ${name}`;
    },
    async repair() {
      blog.spoil();
      return '';
    },
  };
  const bag =
    'open open open open back back forward filter filter clear search search theme save retry offline online online deploy fault repair'.split(
      ' ',
    );
  return {
    async step() {
      const name = pick(bag) ?? 'open';
      const detail = await actions[name]?.();
      // A reader looks at what came, now longer, now shorter.
      const pauseMs = [0, 30, 150][Math.floor(random() * 3)] ?? 0;
      await page
        .evaluate((ms) => new Promise((done) => setTimeout(done, ms)), pauseMs)
        .catch(() => undefined);
      return `${name} ${detail ?? ''}`.trim();
    },
    async mend() {
      blog.spoil();
      await page.context().setOffline(false);
    },
  };
}

/** Points at one of what is in view, and clicks it. */
async function clickAny(page: Page, selector: string, share: number): Promise<string> {
  const found = await page
    .evaluate(
      ([wanted, part]) => {
        const elements = [...document.querySelectorAll<HTMLElement>(wanted)].filter((element) => {
          const { top, bottom, width } = element.getBoundingClientRect();
          return width > 0 && top >= 0 && bottom <= innerHeight;
        });
        const element = elements[Math.floor(part * elements.length)];
        if (element === undefined) return undefined;
        const { left, top, width, height } = element.getBoundingClientRect();
        return {
          x: left + Math.min(width / 2, 20),
          y: top + height / 2,
          name: element.textContent.trim(),
        };
      },
      [selector, share] as const,
    )
    .catch(() => undefined);
  if (found === undefined) return 'nothing';
  await page.mouse.click(found.x, found.y);
  return found.name;
}

async function goBack(page: Page, by: number): Promise<string> {
  await page.evaluate((delta) => history.go(delta), by).catch(() => undefined);
  return '';
}

async function search(page: Page, text: string): Promise<string> {
  const isThere = await page
    .evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
      field?.focus();
      field?.select();
      return field !== null;
    })
    .catch(() => false);
  if (!isThere) await page.keyboard.press('/');
  await page.keyboard.type(text);
  return text;
}

/** Opens what saves the page for reading offline, and saves the first thing that is offered. */
async function save(page: Page): Promise<string> {
  const way = '.save-here button, .saved-footer';
  await page
    .evaluate((selector) => document.querySelector(selector)?.scrollIntoView(), way)
    .catch(() => undefined);
  const opened = await clickAny(page, way, 0);
  if (opened === 'nothing') return opened;
  const saved = await clickAny(page, 'dialog .button', 0);
  await page.keyboard.press('Escape');
  return saved;
}
