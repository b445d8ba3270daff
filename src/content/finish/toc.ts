import { escapeHtml } from '../model/html.ts';
import { fragmentToHref } from './link.ts';
import type { Heading } from '../model/post.ts';

/** A heading and the headings below it, for a nested list. */
export interface TocEntry {
  readonly heading: Heading;
  readonly children: readonly TocEntry[];
}

/** `headings` up to `maxLevel` as a tree. Levels never skip, see `headings.ts`. */
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

/** The table of contents named `name` that `[toc]` in a post asks for, as HTML; empty when there is no heading. */
export function formatToc(headings: readonly Heading[], name: string): string {
  const entries = buildToc(headings);
  return entries.length === 0
    ? ''
    : `<nav class="contents" aria-label="${escapeHtml(name)}">${formatList(entries)}</nav>`;
}

/** Further marks for a table of contents in the same post are left out. */
const maxMarks = 2;

/** Places in the output where a post asks for its table of contents. */
export interface TocMarks {
  /** Notes the end of `out`. */
  add(out: string[]): void;
  /** Writes the table of contents of `headings` to all places. */
  finish(out: string[], headings: readonly Heading[]): void;
}

/** No marks yet, for tables of contents named `name`. */
export function createTocMarks(name: string): TocMarks {
  const places: number[] = [];
  return {
    add(out) {
      if (places.length < maxMarks) places.push(out.push('') - 1);
    },
    finish(out, headings) {
      for (const place of places) out[place] = formatToc(headings, name);
    },
  };
}

function formatList(entries: readonly TocEntry[]): string {
  const items = entries.map(({ heading, children }) => {
    const inner = children.length === 0 ? '' : formatList(children);
    return `<li><a href="${escapeHtml(fragmentToHref(heading.id))}">${escapeHtml(heading.text)}</a>${inner}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
