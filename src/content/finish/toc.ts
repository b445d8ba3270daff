import { escapeHtml } from '../model/html.ts';
import { fragmentToHref } from './link.ts';
import type { Heading } from '../model/post.ts';

/** A heading and the headings below it, for a nested list. */
export interface TocEntry {
  readonly heading: Heading;
  readonly children: readonly TocEntry[];
}

/** Headings of at least this many `h2` and `h3` make a table of contents worth showing. */
export const tocMinimum = 3;

/** Whether a post with `headings` gets a table of contents when it does not say so itself. */
export function hasToc(headings: readonly Heading[]): boolean {
  return headings.filter(({ level }) => level <= 3).length >= tocMinimum;
}

/** `headings` up to `maxLevel` as a tree. Levels never skip, see `markdown/heading-levels.ts`. */
export function buildToc(headings: readonly Heading[], maxLevel = 3): readonly TocEntry[] {
  interface OpenEntry {
    readonly heading: Heading;
    readonly children: OpenEntry[];
  }
  const roots: OpenEntry[] = [];
  const path: OpenEntry[] = [];
  for (const heading of headings) {
    if (heading.level > maxLevel) continue;
    while ((path.at(-1)?.heading.level ?? 0) >= heading.level) path.pop();
    const entry: OpenEntry = { heading, children: [] };
    (path.at(-1)?.children ?? roots).push(entry);
    path.push(entry);
  }
  return roots;
}

/** The table of contents that `[toc]` in a post asks for, as HTML; empty when there is no heading. */
export function formatToc(headings: readonly Heading[]): string {
  const entries = buildToc(headings);
  return entries.length === 0
    ? ''
    : `<nav class="contents" aria-label="Contents">${formatList(entries)}</nav>`;
}

function formatList(entries: readonly TocEntry[]): string {
  const items = entries.map(({ heading, children }) => {
    const inner = children.length === 0 ? '' : formatList(children);
    return `<li><a href="${escapeHtml(fragmentToHref(heading.id))}">${escapeHtml(heading.text)}</a>${inner}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
