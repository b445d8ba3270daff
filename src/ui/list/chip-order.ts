import { commonCounts, type KeywordCount } from '../../content/model/library.ts';

/** Chips shown while the row is folded. */
export const foldedChips = commonCounts;
/** Of those, how many a narrow screen shows: the style sheet hides the others. */
export const narrowChips = 5;
/** Most chips shown while it is unfolded. */
export const unfoldedChips = 200;
/** With more keywords than this, unfolding brings a field to find one. */
export const findableKeywords = 30;

/** The order of chips, fixed when the page opens so that nothing moves under the pointer. */
export interface ChipOrder {
  /** Keywords that were selected when the page opened and would not be visible: placed first, and they stay. */
  readonly first: readonly KeywordCount[];
  /** The others by count, then name. */
  readonly rest: readonly KeywordCount[];
}

/** The order for `keywords` (by count, then name) when `selected` slugs are on as the page opens. */
export function orderChips(
  keywords: readonly KeywordCount[],
  selected: readonly string[],
  nameOf: (slug: string) => string,
): ChipOrder {
  const visible = new Set(keywords.slice(0, foldedChips).map((keyword) => keyword.slug));
  const first = selected
    .filter((slug) => !visible.has(slug))
    .map(
      (slug) =>
        keywords.find((keyword) => keyword.slug === slug) ?? { slug, name: nameOf(slug), count: 0 },
    );
  const placed = new Set(first.map((keyword) => keyword.slug));
  return { first, rest: keywords.filter((keyword) => !placed.has(keyword.slug)) };
}

/** The chips of the folded row: the commonest, and after them every further one whose slug is `kept`. */
export function foldChips(order: ChipOrder, kept: readonly string[]): readonly KeywordCount[] {
  const shown = [...order.first, ...order.rest.slice(0, foldedChips)];
  const rest = order.rest.slice(foldedChips).filter((keyword) => kept.includes(keyword.slug));
  return [...shown, ...rest];
}

/** `text` as keywords are compared when one is looked for: without case and accents. */
export function foldName(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The chips whose name contains `wanted`. */
export function findChips(order: ChipOrder, wanted: string): readonly KeywordCount[] {
  const part = foldName(wanted.trim());
  const all = [...order.first, ...order.rest];
  return part === '' ? all : all.filter((keyword) => foldName(keyword.name).includes(part));
}
