import { useIsRouting } from '@solidjs/router';
import { type Accessor, createComputed, createMemo, createSignal, on } from 'solid-js';
import { afterPaint } from '../../frame/later.ts';
import { formatHomeState, type HomeState, sameItems, trimQuery } from '../../frame/home-state.ts';
import type { HomeAddress } from './home-address.ts';
import { createTypedSearch, type TypedSearch } from './typed-search.ts';

/** A choice of a reader: everything that is known of it follows from these. */
export interface ChoiceFacts {
  /** The state in the address. */
  readonly committed: HomeState;
  /** Keywords chosen that the address does not say yet; `undefined`: it says all. */
  readonly ahead: readonly string[] | undefined;
  /** The text that is searched for; a space behind it ends its last word. */
  readonly text: string;
}

/** The part of the state that the list below the chips follows. */
export type ListState = Pick<HomeState, 'keywords' | 'pageNumber'>;

/** The choice of a reader on the home page, as facts and their consequences. */
export interface HomeChoice {
  /** Read where they are used, as props are. */
  readonly facts: ChoiceFacts;
  readonly text: Accessor<string>;
  readonly keywords: Accessor<readonly string[]>;
  /** See {@link findWanted}. */
  readonly wanted: Accessor<HomeState>;
  /** `wanted` as it was painted last: where links on the page start from. */
  readonly painted: Accessor<HomeState>;
  /** See {@link findListed}. */
  readonly listed: Accessor<ListState>;
  /** True if the choice is ahead of the address: what is on screen stays until its list comes. */
  readonly isAhead: () => boolean;
  /** The search field, whose text the address follows by itself. */
  readonly field: TypedSearch;
  /** Shows `next` at once; the address is left behind. */
  readonly choose: (next: HomeState) => void;
  /** Gives up what the address does not say. */
  readonly takeBack: () => void;
}

/** The choice that `address` says, until the reader makes another. */
export function createHomeChoice({ committed, go }: HomeAddress): HomeChoice {
  const field = createTypedSearch(
    () => committed().text,
    (text, isFirst) => go({ ...wanted(), text, pageNumber: 1 }, !isFirst),
  );
  const text = createMemo(() => trimQuery(field.typed()));
  const [ahead, setAhead] = createSignal<readonly string[]>();
  const [isPainted, setIsPainted] = createSignal(true);
  const facts: ChoiceFacts = {
    get committed() {
      return committed();
    },
    get ahead() {
      return ahead();
    },
    get text() {
      return text();
    },
  };
  const takeBack = (): void => void setAhead(undefined);
  const catchUp = (isRouting: boolean): void => {
    // Not with the entry of the choice before this one.
    if (!isRouting && sameItems(ahead() ?? [], committed().keywords)) takeBack();
  };
  createComputed(on(useIsRouting(), catchUp, { defer: true }));
  // These compare: a chip is drawn once for a click, not again when the address has followed.
  const keywords = createMemo(() => findKeywords(facts), undefined, { equals: sameItems });
  const wanted = createMemo(() => findWanted(facts), undefined, { equals: isSameState });
  const painted = createMemo<HomeState>((before) =>
    isPainted() || before === undefined ? wanted() : before,
  );
  const listed = createMemo<ListState>((before) => findListed(facts, before), firstList, {
    equals: isSameList,
  });
  return {
    facts,
    text,
    keywords,
    wanted,
    painted,
    listed,
    isAhead: () => ahead() !== undefined,
    field,
    choose(next) {
      field.set(next.text);
      setIsPainted(false);
      afterPaint(() => setIsPainted(true));
      setAhead(next.keywords);
    },
    takeBack,
  };
}

/** Slugs of the keywords chosen, which the address may not say yet. */
function findKeywords(facts: ChoiceFacts): readonly string[] {
  return facts.ahead ?? facts.committed.keywords;
}

/** The state that the reader has chosen: ahead of the address until its list has been painted. */
export function findWanted(facts: ChoiceFacts): HomeState {
  const pageNumber = facts.ahead === undefined ? facts.committed.pageNumber : 1;
  return { ...facts.committed, keywords: findKeywords(facts), text: facts.text, pageNumber };
}

/** The list behind the search, and on screen without one; `before` is the one until now. */
export function findListed(facts: ChoiceFacts, before: ListState): ListState {
  const { ahead } = facts;
  if (ahead !== undefined && facts.text === '') return { keywords: ahead, pageNumber: 1 };
  // A search does not change what the list below it is made of.
  return facts.committed.text === '' ? facts.committed : before;
}

/** True if the address does not say yet what is on screen, where the list of `shown` keywords is. */
export function isBeforeAddress(facts: ChoiceFacts, shown: readonly string[]): boolean {
  if (facts.ahead === undefined) return false;
  return facts.text !== '' || !sameItems(shown, facts.committed.keywords);
}

const firstList: ListState = { keywords: [], pageNumber: 1 };

function isSameState(a: HomeState, b: HomeState): boolean {
  return formatHomeState(a) === formatHomeState(b);
}

function isSameList(a: ListState, b: ListState): boolean {
  return a.pageNumber === b.pageNumber && sameItems(a.keywords, b.keywords);
}
