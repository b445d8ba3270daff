// The notes of `test/support/many-posts.mjs` as plain data, counts over them by hand, and what a page shows.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { getSite } from '../support/fixtures.ts';

/** A post as its file has it. */
export interface Note {
  readonly title: string;
  readonly day: string;
  readonly slugs: readonly string[];
}

/** Every whole post, from its file. */
export const notes: readonly Note[] = readNotes();

/** The posts for the tests of search share keywords with the notes. */
const forSearch: readonly Note[] = [
  { title: 'Pruning the quince', day: '2018-03-01', slugs: ['orchard', 'stone'] },
  { title: 'Jam for the winter', day: '2018-10-01', slugs: ['orchard'] },
];

function readNotes(): readonly Note[] {
  const folder = join(getSite('many').outDir, '..', 'posts');
  return readdirSync(folder)
    .filter((name) => name.startsWith('note-'))
    .map((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const keywords = JSON.parse(/keywords = (\[.*\])/.exec(source)?.[1] ?? '[]') as string[];
      return {
        title: /title = "(.*)"/.exec(source)?.[1] ?? '',
        day: /date = (.*)/.exec(source)?.[1] ?? '',
        slugs: keywords.map((keyword) => keyword.replaceAll(' ', '-')),
      };
    });
}

/** What the page must show for a selection. */
export interface Expected {
  readonly total: number;
  /** Posts among them that have each keyword; those without posts only if selected. */
  readonly chips: Readonly<Record<string, number>>;
  /** The status line. */
  readonly line: string;
  readonly titles: ReadonlySet<string>;
}

/** The posts that have all of `selection`, counted one by one. */
export function countByHand(selection: readonly string[]): Expected {
  const found = [...notes, ...forSearch].filter(({ slugs }) =>
    selection.every((slug) => slugs.includes(slug)),
  );
  const counts = new Map(selection.map((slug) => [slug, 0]));
  for (const slug of found.flatMap(({ slugs }) => slugs)) {
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  const names = selection.map((slug) => slug.replaceAll('-', ' '));
  const joined = [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '');
  const noun = found.length === 1 ? 'post' : 'posts';
  return {
    total: found.length,
    chips: Object.fromEntries([...counts].toSorted()),
    line: `${found.length.toLocaleString('en')} ${noun} about ${joined.join(' and ')}`,
    titles: new Set(found.map(({ title }) => title)),
  };
}

/** What the page shows: counts of its chips by slug, titles of its list. */
export function readView(page: Page): Promise<{
  readonly chips: Readonly<Record<string, number>>;
  readonly titles: readonly string[];
}> {
  return page.evaluate(() => {
    const counts = [...document.querySelectorAll<HTMLElement>('.chip[data-slug]')].map(
      (chip): [string, number] => [
        chip.dataset['slug'] ?? '',
        Number(chip.querySelector('span')?.textContent.replaceAll(',', '')),
      ],
    );
    const links = [...document.querySelectorAll('main h3 a')];
    return {
      chips: Object.fromEntries(counts.toSorted()),
      titles: links.map((link) => link.textContent ?? ''),
    };
  });
}

/** What the page shows after it went to a selection inside the app. */
export type SelectionView = Awaited<ReturnType<typeof readView>>;

/**
 * Goes from selection to selection inside the app, as Back and Forward do, and reads each as soon as the status
 * line says that it is there. In one call, as hundreds of them would take minutes. A line that does not come leaves
 * the test to its own limit: the page it was on is in the report.
 */
export function walkSelections(
  page: Page,
  steps: readonly { readonly query: string; readonly line: string }[],
): Promise<readonly SelectionView[]> {
  return page.evaluate(async (wanted) => {
    const views: SelectionView[] = [];
    for (const { query, line } of wanted) {
      const isShown = (): boolean => document.querySelector('.status-line p')?.textContent === line;
      const shown = new Promise<void>((resolve) => {
        const watcher = new MutationObserver(() => {
          if (!isShown()) return;
          watcher.disconnect();
          resolve();
        });
        watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
      });
      history.pushState({}, '', `?${query}`);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
      if (!isShown()) await shown;
      const chips = [...document.querySelectorAll<HTMLElement>('.chip[data-slug]')].map(
        (chip): [string, number] => [
          chip.dataset['slug'] ?? '',
          Number(chip.querySelector('span')?.textContent.replaceAll(',', '')),
        ],
      );
      const titles = [...document.querySelectorAll('main h3 a')].map((link) => link.textContent);
      views.push({ chips: Object.fromEntries(chips.toSorted()), titles });
    }
    return views;
  }, steps);
}
