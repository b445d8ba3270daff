import type { RouteSectionProps } from '@solidjs/router';
import { createMemo, createSignal, type JSX, lazy, Show, Suspense, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import type { SearchAnswer } from '../../content/model/library.ts';
import type { Keyword } from '../../content/model/post.ts';
import { createPageDescription, type PageDescription, useApp } from '../frame/app-context.ts';
import { EmptyBlog } from './EmptyBlog.tsx';
import { type CountedPosts, KeywordChips } from './KeywordChips.tsx';
import { OlderPosts } from '../list/OlderPosts.tsx';
import { PostList } from '../list/PostList.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { StatusLine } from './StatusLine.tsx';
import { holdForAnswer } from './hold-for-answer.ts';
import { createHomeList, type HomeView } from './home-list.ts';
import { createHomeAddress } from './home-address.ts';
import { createHomeChoice, isBeforeAddress } from './home-choice.ts';
import { createHomeMoves } from './home-moves.ts';
import { toggleKeyword } from '../frame/home-state.ts';
import { describeClear, describeStatus } from './home-status.ts';
import type { SearchProgress } from '../search/search-session.ts';
import { createStatusAnnouncer } from './status-announcer.ts';
import { strings } from '../words/strings.ts';

const NotFoundPage = lazy(() => import('../list/NotFoundPage.tsx'));
const SearchResults = lazy(() => import('../search/SearchResults.tsx'));

/** Home: all posts, or those that have the selected keywords, or those a search finds. */
export default function HomePage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  const address = createHomeAddress(props);
  const choice = createHomeChoice(address);
  const list = createHomeList(choice, address);
  const moves = createHomeMoves(choice, address, list.loading);
  const [search, setSearch] = createSignal<SearchProgress>();
  const answer = (): SearchAnswer | undefined => search()?.answer;
  let statusLine: HTMLElement | undefined;
  const isSearch = (): boolean => choice.text() !== '';
  const isNewestFirst = (): boolean => address.committed().order === 'newest';
  const prepareSearch = (): void => {
    app.library.prefetchSearch();
    void SearchResults.preload();
  };
  // What the results need comes beside the list that is behind them, not after it.
  if (!isServer && untrack(isSearch)) prepareSearch();
  const release = !isServer && app.isStrict() && untrack(isSearch) ? holdForAnswer() : undefined;
  return (
    <Show when={list.view()}>
      {(view) => {
        const overview = createMemo(() => view().overview);
        const known = createMemo(() => view().known);
        const nameOf = (slug: string): string => findName(slug, view(), answer()) ?? slug;
        const status = createMemo(() =>
          describeStatus({
            view: view(),
            text: choice.text(),
            search: search(),
            keywords: isSearch() ? choice.keywords() : view().selected,
            nameOf,
          }),
        );
        // With the address, never before it: the entry that is left in the history keeps its title.
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
        if (!isServer)
          createStatusAnnouncer(
            () => status(),
            moves.lastChange,
            () => statusLine,
          );
        // Until the address follows, the list that was waited for: what is below the screen comes after its paint.
        const posts = createMemo(() =>
          choice.isAhead() && view().selected === choice.listed().keywords
            ? view().posts.slice(0, moves.screenful())
            : view().posts,
        );
        const older = (): string | undefined =>
          view().pageNumber < view().pageCount
            ? hrefOfPage(view().selected, view().pageNumber + 1)
            : undefined;
        const newer = (): string | undefined =>
          view().firstPage > 1 ? hrefOfPage(view().selected, view().firstPage - 1) : undefined;
        return (
          <Show
            when={view().firstPage === 1 || view().posts.length > 0 || view().failure !== undefined}
            fallback={<NotFoundPage />}
          >
            <div class="frame">
              <div class="columns">
                <div class="text-column">
                  <div class="masthead">
                    <h1 tabindex="-1">
                      {isSearch() ? strings.search : app.site.description || app.site.title}
                    </h1>
                  </div>
                  <Show when={overview().total > 0} fallback={<EmptyBlog />}>
                    <SearchField
                      value={choice.field.typed()}
                      total={overview().total}
                      onInput={moves.type}
                      onCommit={choice.field.commit}
                      onKeyDown={moves.pressKey}
                      onFocus={prepareSearch}
                    />
                    <KeywordChips
                      keywords={known()}
                      keywordTotal={overview().keywordTotal}
                      selected={choice.keywords()}
                      kept={list.kept()}
                      isNarrowed={isSearch() || choice.painted().keywords.length > 0}
                      counted={isSearch() ? describeAnswer(search()) : view()}
                      nameOf={nameOf}
                      hrefFor={(slug) => address.hrefOf(toggleKeyword(choice.painted(), slug))}
                      onToggle={moves.toggle}
                      onUnfold={list.setUnfolded}
                      isIncomplete={view().lacksKeywords}
                      onRetry={() => void list.retry()}
                    />
                    <StatusLine
                      text={status().line}
                      clear={describeClear(choice.text(), choice.keywords())}
                      onClear={moves.clear}
                      ref={(element) => (statusLine = element)}
                    >
                      <Show when={isSearch() && (isNewestFirst() || (answer()?.total ?? 0) > 1)}>
                        <button
                          class="text-button"
                          type="button"
                          aria-pressed={isNewestFirst()}
                          onClick={moves.toggleOrder}
                        >
                          {strings.newestFirst}
                        </button>
                      </Show>
                    </StatusLine>
                  </Show>
                  <Show when={isSearch() && overview().total > 0}>
                    <Suspense>
                      <SearchResults
                        text={choice.text()}
                        keywords={choice.keywords()}
                        isNewestFirst={isNewestFirst()}
                        needsAllCounts={list.hasRareChips()}
                        pageNumber={choice.wanted().pageNumber}
                        overview={overview()}
                        onProgress={(progress) => {
                          setSearch(progress);
                          if (progress !== undefined) release?.();
                        }}
                        onMore={moves.showMore}
                      />
                    </Suspense>
                  </Show>
                </div>
              </div>
              <Show when={!isSearch()}>
                <PostList posts={posts()} />
                <OlderPosts
                  older={older()}
                  newer={newer()}
                  onOlder={(event) => void list.growth.append(event, view())}
                  failure={view().failure}
                  onRetry={() => void list.growth.arrive(list.retry(), view())}
                />
              </Show>
            </div>
          </Show>
        );
      }}
    </Show>
  );

  function hrefOfPage(keywords: readonly string[], pageNumber: number): string {
    return address.hrefOf({ text: '', keywords, pageNumber });
  }
}

/** What a keyword is called: also a rare one that the overview does not name. */
function findName(
  slug: string,
  { known, posts }: HomeView,
  answer: SearchAnswer | undefined,
): string | undefined {
  const isWanted = (keyword: Keyword): boolean => keyword.slug === slug;
  const inList = known.find(isWanted) ?? posts.flatMap((post) => post.keywords).find(isWanted);
  if (inList !== undefined || answer === undefined) return inList?.name;
  return answer.hits.flatMap(({ post }) => post.keywords).find(isWanted)?.name;
}

/** What the chips count while there is a search: nothing before its first answer. */
function describeAnswer(search: SearchProgress | undefined): CountedPosts {
  return {
    isPartial: search?.answer.counted === 'common',
    selected: search?.input.keywords ?? [],
    total: search?.answer.total ?? 0,
    counts: search?.answer.counts,
  };
}

/** A selection's canonical address is home; an older page of the whole list has its own. */
function pagePermalink(keywords: readonly string[], pageNumber: number): string {
  return keywords.length === 0 && pageNumber > 1 ? `/page/${pageNumber}/` : '/';
}
