import { createIdRegistry, slugHeading } from '../../content/finish/heading-id.ts';
import { cutText } from '../../content/text/cut-text.ts';
import type { TextBlock } from './text-blocks.ts';

/** A section of a post as a search result links to it. */
export interface Section {
  /** `id` of its heading in the page. */
  readonly id: string;
  readonly title: string;
  /** Position of the heading's first word; the section ends where the next begins. */
  readonly position: number;
}

/** Most sections that a result links to. */
const maximumSections = 3;

/** Longest title of a section in a result, in UTF-16 code units. */
const longestTitle = 300;

/** The up to three of `sections` that hold most of `positions`, in order. */
export function chooseSections(
  sections: readonly Section[],
  positions: readonly number[],
): { readonly id: string; readonly title: string }[] {
  const counts = new Map<number, number>();
  let section = -1;
  for (const position of positions) {
    while ((sections[section + 1]?.position ?? Infinity) <= position) section++;
    if (section >= 0) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, maximumSections)
    .toSorted((a, b) => a[0] - b[0])
    .flatMap(([index]) => {
      const found = sections[index];
      return found === undefined
        ? []
        : [{ id: found.id, title: cutText(found.title, longestTitle) }];
    });
}

/** Gives the id of each heading in turn by the rule that the page follows. */
export function createIdFinder(): (block: TextBlock) => string {
  const registry = createIdRegistry();
  return (block) => registry.claim(block.id ?? slugHeading(block.text));
}
