import { createAsync, useLocation } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { isServer } from 'solid-js/web';
import { createPageDescription, useApp } from '../frame/app-context.ts';
import { SearchField } from './SearchField.tsx';
import { useSearchFromHere } from './search-from-here.ts';
import { around, strings } from '../words/strings.ts';
import './NotFoundPage.css';
import { readSlugWords, readWrittenPath } from '../frame/written-path.ts';

/** The page for an address that has none: the address, posts near it, and the search. */
export default function NotFoundPage(): JSX.Element {
  const app = useApp();
  const location = useLocation();
  const search = useSearchFromHere(() => readSlugWords(location.pathname));
  // The prerendered 404.html stands for every missing address, so it names none and asks for none.
  const near = createAsync(async () =>
    isServer ? [] : app.library.findNearPosts(readWrittenPath(location.pathname, app.base)),
  );
  const total = createAsync(async () => (await app.library.loadOverview()).total);
  createPageDescription(() => ({ title: strings.missing, permalink: undefined }));
  return (
    <div class="not-found-page frame">
      <div class="columns">
        <div class="text-column">
          <div class="masthead">
            <h1 tabindex="-1">{strings.missing}</h1>
            <p>
              <Show when={!isServer} fallback={strings.nothingHere}>
                {around(strings.nothingAt)[0]}
                <code dir="ltr">{readWrittenPath(location.pathname, '/')}</code>
                {around(strings.nothingAt)[1]}
              </Show>
            </p>
          </div>
          <SearchField
            value={search.typed()}
            total={total() ?? 0}
            onInput={search.type}
            onCommit={search.commit}
            onFocus={() => app.library.prefetchSearch()}
          />
          <Show when={near()?.length}>
            <h2>{strings.near}</h2>
            <ul>
              <For each={near()}>
                {(post) => (
                  <li>
                    <a href={app.href(post.permalink)}>{post.title}</a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <p class="way-home">
            <a href={app.href('/')}>{strings.home}</a>
          </p>
        </div>
      </div>
    </div>
  );
}
