import { createAsync } from '@solidjs/router';
import { type Accessor, createMemo, createSignal, startTransition, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import {
  commonCounts,
  type KeywordCount,
  type Library,
  type ListRequest,
} from '../../../content/model/library.ts';
import { type AppServices, useApp } from '../../frame/app-context.ts';
import type { HomeAddress } from './home-address.ts';
import type { HomeChoice } from './home-choice.ts';
import { listRequest, sameItems } from '../../frame/home-state.ts';
import { isLoadError, loadWholeOnce } from '../../move/load-once.ts';
import { createListGrowth, type ListGrowth } from '../../list/list-growth.ts';
import { type ListView, loadListView } from '../../list/load-list-view.ts';

/** The list of the home page, and the keywords that its chips may show. */
export interface HomeView extends ListView {
  /** Slugs of the keywords that the list is made of. */
  readonly selected: readonly string[];
  /** All keywords once more than the commonest are wanted, else those of the overview; by count, then name. */
  readonly known: readonly KeywordCount[];
  /** How many of the posts, from the first on, are pinned. */
  readonly pinned: number;
  /** True if all keywords were wanted and did not come. */
  readonly lacksKeywords: boolean;
}

/** The list behind the chips, and ways to have more of it. */
export interface HomeList {
  readonly view: Accessor<HomeView | undefined>;
  /** The list that was requested last: settled when it has come, or is known not to come. */
  readonly loading: () => Promise<unknown>;
  /** The pages of it that are shown. */
  readonly growth: ListGrowth;
  /** Slugs of every keyword selected since the page was opened: their chips stay where they are. */
  readonly kept: Accessor<readonly string[]>;
  /** True if chips of keywords that are not among the commonest are shown. */
  readonly hasRareChips: Accessor<boolean>;
  /** Keywords beyond the overview's are wanted, with their counts, or no longer. */
  readonly setUnfolded: (isUnfolded: boolean) => void;
  /** Asks again for what did not come; resolved when it is drawn, or is known not to come. */
  readonly retry: () => Promise<void>;
}

/** Loads the list of `choice`. What is on screen stays until the next has come. */
export function createHomeList(choice: HomeChoice, { hrefOf }: HomeAddress): HomeList {
  const app = useApp();
  const growth = createListGrowth(() => choice.listed().pageNumber);
  let loading: Promise<unknown> = Promise.resolve();
  let latest: HomeView | undefined;
  const [isUnfolded, setUnfolded] = createSignal(false);
  const [attempt, setAttempt] = createSignal(0);
  const kept = createMemo<readonly string[]>(
    (before) => [...new Set([...before, ...choice.keywords()])],
    [],
    { equals: sameItems },
  );
  /** The list that was there last, around which a failure is said. Who asked is told of one. */
  const rememberShown = async (coming: Promise<HomeView>): Promise<void> => {
    latest = await coming.catch(() => latest);
  };
  const list = createAsync(() => {
    app.version();
    attempt();
    const request = {
      keywords: choice.listed().keywords,
      firstPage: growth.firstPage(),
      lastPage: growth.lastPage(),
      kept: kept(),
      isUnfolded: isUnfolded(),
      href: hrefOf(untrack(choice.wanted)),
    };
    const coming = loadHomeView(app, request).catch((error: unknown) =>
      // The page around a list that did not come stays: field, chips and caret.
      failInPlace(app, request, latest, error),
    );
    loading = coming;
    if (isServer) return coming;
    const end = app.waiting.begin();
    void rememberShown(coming).finally(end);
    return coming;
  });
  return {
    // A move that the address does not know yet is in no transition of the router's.
    view: () => (choice.isAhead() ? list.latest : list()),
    loading: () => loading,
    growth,
    kept,
    hasRareChips: () =>
      isUnfolded() || hasRare(list.latest?.overview.keywords.slice(0, commonCounts) ?? [], kept()),
    setUnfolded: (next) => void startTransition(() => setUnfolded(next)),
    retry: () => startTransition(() => setAttempt((count) => count + 1)),
  };
}

interface HomeRequest {
  readonly keywords: readonly string[];
  readonly firstPage: number;
  readonly lastPage: number;
  readonly kept: readonly string[];
  readonly isUnfolded: boolean;
  /** The address of what is wanted, which that of the page may not have followed yet. */
  readonly href: string;
}

async function loadHomeView(app: AppServices, request: HomeRequest): Promise<HomeView> {
  const { keywords, firstPage, href } = request;
  const overview = await app.library.loadOverview();
  const isMore = overview.keywordTotal > overview.keywords.length;
  const wantsAll = isMore && (request.isUnfolded || hasRare(overview.keywords, request.kept));
  const toRequest = (pageNumber: number): ListRequest =>
    listRequest(keywords, pageNumber, wantsAll ? 'all' : 'common');
  const [list, all] = await Promise.all([
    loadPages(app.library, toRequest, request).catch(async (error: unknown) =>
      isGone(app, error) && (await loadWholeOnce(href))
        ? // What is shown stays until the whole page has come.
          new Promise<never>(() => undefined)
        : describeFailure(app, { overview, firstPage, error }),
    ),
    wantsAll ? app.library.loadKeywords().catch(() => undefined) : undefined,
  ]);
  const known = all ?? list.overview.keywords;
  return {
    ...list,
    counts: list.countsFailure === undefined ? list.counts : standIn(list, known),
    ...withPinned(list, keywords),
    selected: keywords,
    known,
    lacksKeywords: wantsAll && (all === undefined || list.countsFailure !== undefined),
  };
}

/** The posts of home with those that are pinned before the others, where nothing is chosen. */
function withPinned(
  { overview, posts, firstPage }: ListView,
  keywords: readonly string[],
): Pick<HomeView, 'posts' | 'pinned'> {
  const pinned =
    keywords.length === 0 && firstPage === 1 && posts.length > 0 ? overview.pinned : [];
  if (pinned === undefined || pinned.length === 0) return { posts, pinned: 0 };
  const first = new Set(pinned.map(({ permalink }) => permalink));
  const others = posts.filter(({ permalink }) => !first.has(permalink));
  return { posts: [...pinned, ...others], pinned: pinned.length };
}

async function loadPages(
  library: Library,
  toRequest: (pageNumber: number) => ListRequest,
  { keywords, firstPage, lastPage }: HomeRequest,
): Promise<ListView> {
  const view = await loadListView(library, toRequest, firstPage, lastPage);
  const isBeyond = keywords.length > 0 && view.posts.length === 0 && view.total > 0;
  // A selection's page beyond the end has no address of its own to be missing at: the last one stands in.
  return isBeyond ? loadListView(library, toRequest, view.pageCount, view.pageCount) : view;
}

/** The counts of a list without those of rare keywords: what is not known is not none, so the whole blog's stand in. */
function standIn(
  { counts, overview }: ListView,
  known: readonly KeywordCount[],
): ListView['counts'] {
  const rare = known.slice(overview.keywords.length).map(({ slug, count }) => [slug, count]);
  return { ...Object.fromEntries(rare), ...counts };
}

/** True if some of `slugs` are not among `common`. */
function hasRare(common: readonly KeywordCount[], slugs: readonly string[]): boolean {
  return slugs.some((slug) => common.every((keyword) => keyword.slug !== slug));
}

/** True if `error` is that of a part of the app that a deploy has taken away. */
function isGone(app: AppServices, error: unknown): boolean {
  return !isServer && !app.isStrict() && isLoadError(error);
}

/** As {@link describeFailure}, where not even the facts about the blog came: those of `before` stay. */
function failInPlace(
  app: AppServices,
  { keywords, firstPage }: HomeRequest,
  before: HomeView | undefined,
  error: unknown,
): HomeView {
  if (before === undefined) throw error;
  const { overview } = before;
  const view = describeFailure(app, { overview, firstPage, error });
  return { ...before, ...view, selected: keywords, pinned: 0 };
}

/** The page without its list, with the reason; throws where the page has no place to say it. */
function describeFailure(
  app: AppServices,
  { overview, firstPage, error }: Pick<ListView, 'overview' | 'firstPage'> & { error: unknown },
): ListView {
  if (isServer || app.isStrict()) throw error;
  return {
    overview,
    posts: [],
    total: 0,
    pageNumber: firstPage,
    pageCount: firstPage,
    counts: undefined,
    firstPage,
    failure: error ?? new Error('The list did not come.'),
  };
}
