import { type Accessor, createMemo, createSignal, untrack } from 'solid-js';
import { sameItems } from '../frame/home-state.ts';
import { findChips, foldChips, orderChips, unfoldedChips } from '../list/chip-order.ts';
import type { Home } from './home-context.ts';

/** The chips that are shown, and what each of them says. */
export interface ShownChips {
  readonly slugs: Accessor<readonly string[]>;
  readonly nameOf: (slug: string) => string;
  /** Posts that are shown once the chip of `slug` is chosen. */
  readonly countOf: (slug: string) => number;
  readonly isFolded: Accessor<boolean>;
  readonly setFolded: (isFolded: boolean) => void;
  /** Shows only keywords that have `wanted` in their name. */
  readonly find: (wanted: string) => void;
  readonly toggle: (slug: string, chip: Element) => void;
}

/** The chips of `home`, folded at first. */
export function createShownChips(home: Home): ShownChips {
  const { choice, list, moves, view } = home;
  const [isFolded, setIsFolded] = createSignal(true);
  const [wanted, setWanted] = createSignal('');
  let lastToggled: string | undefined;
  const opened = untrack(choice.keywords);
  const known = createMemo(() => view().known);
  const order = createMemo(() => orderChips(known(), opened, home.nameOf));
  const named = createMemo(
    () => new Map([...order().first, ...order().rest].map((keyword) => [keyword.slug, keyword])),
  );
  const countOf = (slug: string): number =>
    countIn(findCounted(home), slug) ?? named().get(slug)?.count ?? 0;
  // Without posts only what is selected, to be taken back, and what was just let go: focus is on it.
  const isShown = (slug: string): boolean =>
    countOf(slug) > 0 || slug === lastToggled || choice.keywords().includes(slug);
  // Slugs, so that a chip keeps its node and focus when keywords and counts come anew.
  const slugs = createMemo(
    () => {
      const chips = isFolded() ? foldChips(order(), list.kept()) : findChips(order(), wanted());
      const all = chips.map((keyword) => keyword.slug);
      return isFolded() ? all : all.filter(isShown).slice(0, unfoldedChips);
    },
    undefined,
    { equals: sameItems },
  );
  return {
    slugs,
    nameOf: (slug) => named().get(slug)?.name ?? slug,
    countOf,
    isFolded,
    setFolded(next) {
      setIsFolded(next);
      if (next) setWanted('');
      list.setUnfolded(!next);
    },
    find: setWanted,
    toggle(slug, chip) {
      lastToggled = slug;
      moves.toggle(slug, chip);
    },
  };
}

/** Some posts, and how many of them have each keyword. */
interface CountedPosts {
  /** Slugs that all of them have. */
  readonly selected: readonly string[];
  readonly total: number;
  /** By slug; `undefined`: not counted, so the whole blog's counts stand in. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** True if `counts` may lack keywords that some of the posts have: then too the whole blog's stand in. */
  readonly isPartial?: boolean;
}

/** The posts that chips count: those of the list, or of a search, of which nothing is known before its first answer. */
function findCounted({ isSearch, search, view }: Home): CountedPosts {
  if (!isSearch()) return view();
  const found = search();
  return {
    isPartial: found?.answer.counted === 'common',
    selected: found?.input.keywords ?? [],
    total: found?.answer.total ?? 0,
    counts: found?.answer.counts,
  };
}

/** The posts among `counted` that have the keyword `slug`; `undefined` when that is not known. */
function countIn(counted: CountedPosts, slug: string): number | undefined {
  const { selected, total, counts, isPartial } = counted;
  if (counts === undefined) return undefined;
  if (selected.includes(slug)) return total;
  if (Object.hasOwn(counts, slug)) return counts[slug];
  return isPartial === true ? undefined : 0;
}
