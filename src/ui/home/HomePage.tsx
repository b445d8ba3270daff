import type { RouteSectionProps } from '@solidjs/router';
import { createSignal, type JSX, lazy, Show, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import { useApp } from '../frame/app-context.ts';
import { appPart } from '../frame/app-part.ts';
import type { SearchProgress } from '../search/search-session.ts';
import { strings } from '../words/strings.ts';
import { holdForAnswer } from './hold-for-answer.ts';
import { createHomeAddress } from './choice/home-address.ts';
import { createHomeChoice } from './choice/home-choice.ts';
import { createHome, HomeContext, type HomeParts, useHome } from './home-context.ts';
import { createHomeDescription } from './home-description.ts';
import { createHomeList } from './choice/home-list.ts';
import { createHomeMoves } from './choice/home-moves.ts';
import { HomePosts } from './HomePosts.tsx';
import { HomeSearch } from './HomeSearch.tsx';
import { SearchResults } from './lazy-results.ts';
import { createStatusAnnouncer } from './status-announcer.ts';

const NotFoundPage = lazy(appPart(() => import('../list/NotFoundPage.tsx')));

/** Home: all posts, or those that have the selected keywords, or those a search finds. */
export default function HomePage(props: RouteSectionProps): JSX.Element {
  const parts = createParts(props);
  return (
    <Show when={parts.list.view()}>
      {(view) => (
        <HomeContext.Provider value={createHome(parts, view)}>
          <HomeFrame />
        </HomeContext.Provider>
      )}
    </Show>
  );
}

function createParts(props: RouteSectionProps): HomeParts {
  const app = useApp();
  const address = createHomeAddress(props);
  const choice = createHomeChoice(address);
  const list = createHomeList(choice, address);
  const moves = createHomeMoves(choice, address, list.loading);
  const [search, setSearch] = createSignal<SearchProgress>();
  const isSearch = (): boolean => choice.text() !== '';
  const prepareSearch = (): void => {
    app.library.prefetchSearch();
    void SearchResults.preload();
  };
  // What the results need comes beside the list that is behind them, not after it.
  if (!isServer && untrack(isSearch)) prepareSearch();
  const release = !isServer && app.isStrict() && untrack(isSearch) ? holdForAnswer() : undefined;
  const tellSearch = (progress: SearchProgress | undefined): void => {
    setSearch(progress);
    if (progress !== undefined) release?.();
  };
  return { address, choice, list, moves, search, tellSearch, prepareSearch, isSearch };
}

function HomeFrame(): JSX.Element {
  const app = useApp();
  const home = useHome();
  const { view, isSearch } = home;
  createHomeDescription(home);
  if (!isServer) createStatusAnnouncer(() => home.status(), home.moves.lastChange);
  return (
    <Show
      when={view().firstPage === 1 || view().posts.length > 0 || view().failure !== undefined}
      fallback={<NotFoundPage />}
    >
      <div class="frame">
        <div class="columns">
          <div class="text-column">
            <div class="masthead" data-small={isSearch() ? '' : undefined}>
              <h1 tabindex="-1">
                {isSearch() ? strings.search : app.site.description || app.site.title}
              </h1>
            </div>
            <HomeSearch />
          </div>
        </div>
        <Show when={!isSearch()}>
          <HomePosts />
        </Show>
      </div>
    </Show>
  );
}
