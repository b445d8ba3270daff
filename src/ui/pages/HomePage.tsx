import { createAsync, type RouteSectionProps } from '@solidjs/router';
import {
  createMemo,
  createSignal,
  type JSX,
  lazy,
  Show,
  startTransition,
  Suspense,
  untrack,
} from 'solid-js';
import { isServer } from 'solid-js/web';
import type { CountScope, SearchAnswer } from '../../content/library.ts';
import { createPageDescription, useApp } from '../app-context.ts';
import { EmptyBlog } from '../components/EmptyBlog.tsx';
import { KeywordChips } from '../components/KeywordChips.tsx';
import { OlderPosts } from '../components/OlderPosts.tsx';
import { PostList } from '../components/PostList.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { StatusLine } from '../components/StatusLine.tsx';
import { formatHomeState, listRequest, toggleKeyword } from '../home-state.ts';
import { createHomeMoves } from '../home-moves.ts';
import { describeStatus } from '../home-status.ts';
import type { SearchProgress } from '../search-session.ts';
import { createStatusAnnouncer } from '../status-announcer.ts';
import { loadListView } from '../queries.ts';
import { strings } from '../strings.ts';

const NotFoundPage = lazy(() => import('./NotFoundPage.tsx'));
const SearchResults = lazy(() => import('../components/SearchResults.tsx'));

/** Home: all posts, or those that have the selected keywords, or those a search finds. */
export default function HomePage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  const moves = createHomeMoves(props);
  const [counts, setCounts] = createSignal<CountScope>('common');
  const [search, setSearch] = createSignal<SearchProgress>();
  const answer = (): SearchAnswer | undefined => search()?.answer;
  const [attempt, setAttempt] = createSignal(0);
  const list = createAsync(() => {
    app.version();
    attempt();
    const { keywords } = moves.committedList();
    const scope = counts();
    return loadListView(
      app,
      (pageNumber) => listRequest(keywords, pageNumber, scope),
      moves.growth.firstPage(),
      moves.growth.lastPage(),
    );
  });
  let statusLine: HTMLElement | undefined;
  const isSearch = (): boolean => moves.text() !== '';
  const prepareSearch = (): void => {
    app.library.prefetchSearch();
    void SearchResults.preload();
  };
  // What the results need comes beside the list that is behind them, not after it.
  if (!isServer && untrack(isSearch)) prepareSearch();
  return (
    <Show when={list()}>
      {(view) => {
        const nameOf = (slug: string): string =>
          view().overview.keywords.find((keyword) => keyword.slug === slug)?.name ??
          view()
            .posts.flatMap((post) => post.keywords)
            .find((keyword) => keyword.slug === slug)?.name ??
          slug;
        const status = createMemo(() =>
          describeStatus({
            view: view(),
            text: moves.text(),
            search: search(),
            keywords: moves.committed().keywords,
            nameOf,
          }),
        );
        createPageDescription(() => ({
          title: status().title,
          permalink: isSearch()
            ? '/'
            : pagePermalink(moves.committed().keywords, view().pageNumber),
          description: app.site.description,
        }));
        if (!isServer)
          createStatusAnnouncer(
            () => status(),
            moves.lastChange,
            () => statusLine,
          );
        const older = (): string | undefined =>
          view().pageNumber < view().pageCount
            ? hrefOfPage(moves.committed().keywords, view().pageNumber + 1)
            : undefined;
        const newer = (): string | undefined =>
          view().firstPage > 1
            ? hrefOfPage(moves.committed().keywords, view().firstPage - 1)
            : undefined;
        return (
          <Show
            when={view().firstPage === 1 || view().posts.length > 0}
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
                  <Show when={view().overview.total > 0} fallback={<EmptyBlog />}>
                    <SearchField
                      value={moves.typed()}
                      total={view().overview.total}
                      onInput={moves.type}
                      onCommit={moves.commit}
                      onKeyDown={moves.pressKey}
                      onFocus={prepareSearch}
                    />
                    <KeywordChips
                      overview={view().overview}
                      selected={moves.keywords()}
                      isNarrowed={isSearch() || moves.keywords().length > 0}
                      counts={isSearch() ? answer()?.counts : view().counts}
                      total={isSearch() ? (answer()?.total ?? 0) : view().total}
                      nameOf={nameOf}
                      hrefFor={(slug) => href(formatHomeState(toggleKeyword(moves.state(), slug)))}
                      onToggle={moves.toggle}
                      onUnfold={() => void startTransition(() => setCounts('all'))}
                    />
                    <StatusLine
                      text={status().line}
                      clear={moves.clearLabel()}
                      onClear={moves.clear}
                      ref={(element) => (statusLine = element)}
                    >
                      <Show
                        when={isSearch() && (moves.isNewestFirst() || (answer()?.total ?? 0) > 1)}
                      >
                        <button
                          class="text-button"
                          type="button"
                          aria-pressed={moves.isNewestFirst()}
                          onClick={moves.toggleOrder}
                        >
                          {strings.newestFirst}
                        </button>
                      </Show>
                    </StatusLine>
                  </Show>
                  <Show when={isSearch() && view().overview.total > 0}>
                    <Suspense>
                      <SearchResults
                        text={moves.text()}
                        keywords={moves.keywords()}
                        isNewestFirst={moves.isNewestFirst()}
                        pageNumber={moves.state().pageNumber}
                        overview={view().overview}
                        onProgress={setSearch}
                        onMore={moves.showMore}
                      />
                    </Suspense>
                  </Show>
                </div>
              </div>
              <Show when={!isSearch()}>
                <PostList posts={view().posts} />
                <OlderPosts
                  older={older()}
                  newer={newer()}
                  onOlder={(event) => moves.growth.append(event, view())}
                  failure={view().failure}
                  onRetry={() => void startTransition(() => setAttempt((count) => count + 1))}
                />
              </Show>
            </div>
          </Show>
        );
      }}
    </Show>
  );

  function href(path: string): string {
    return app.base + path.slice(1);
  }
  function hrefOfPage(keywords: readonly string[], pageNumber: number): string {
    return href(formatHomeState({ text: '', keywords, pageNumber }));
  }
}

/** A selection's canonical address is home; an older page of the whole list has its own. */
function pagePermalink(keywords: readonly string[], pageNumber: number): string {
  return keywords.length === 0 && pageNumber > 1 ? `/page/${pageNumber}/` : '/';
}
