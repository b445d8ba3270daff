import { createMemo } from 'solid-js';
import { createPageDescription, type PageDescription, useApp } from '../frame/app-context.ts';
import { isBeforeAddress } from './choice/home-choice.ts';
import type { Home } from './home-context.ts';

/**
 * Keeps title and head in step with the home page. They change with the address, never before it: the entry that is
 * left in the history keeps its title.
 */
export function createHomeDescription(home: Home): void {
  const app = useApp();
  const { choice, view, status, isSearch } = home;
  const description = createMemo<PageDescription>((before) =>
    before !== undefined && isBeforeAddress(choice.facts, view().selected)
      ? before
      : {
          title: status().title,
          permalink: isSearch() ? '/' : pagePermalink(view().selected, view().pageNumber),
          description: app.site.description || status().line,
        },
  );
  createPageDescription(() => description());
}

/** A selection's canonical address is home; an older page of the whole list has its own. */
function pagePermalink(keywords: readonly string[], pageNumber: number): string {
  return keywords.length === 0 && pageNumber > 1 ? `/page/${pageNumber}/` : '/';
}
