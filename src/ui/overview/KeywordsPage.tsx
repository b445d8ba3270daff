import { createAsync } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { createPageDescription, useApp } from '../frame/app-context.ts';
import { findableKeywords, foldName } from '../list/chip-order.ts';
import { countedKeywords, countedPosts, strings, writeNumber } from '../words/strings.ts';
import './KeywordsPage.css';

/** Sizes of type, from that of a keyword of one post. */
const weights = 5;

/** The weight of a keyword among others, 0 to 4: each step stands for several times as many posts. `undefined` for 0. */
function weighKeyword(count: number, most: number): number | undefined {
  if (count <= 1 || most <= 1) return undefined;
  return Math.max(1, Math.round(((weights - 1) * Math.log(count)) / Math.log(most)));
}

/** All keywords of the blog with how many posts have each. */
export default function KeywordsPage(): JSX.Element {
  const app = useApp();
  const keywords = createAsync(() => {
    app.version();
    return app.library.loadKeywords();
  });
  const [wanted, setWanted] = createSignal('');
  const [isByName, setIsByName] = createSignal(false);
  const shown = createMemo(() => {
    const part = foldName(wanted().trim());
    const found = keywords()?.filter((keyword) => foldName(keyword.name).includes(part)) ?? [];
    return isByName() ? found.toSorted((a, b) => a.name.localeCompare(b.name)) : found;
  });
  createPageDescription(() => ({
    title: strings.keywords,
    permalink: '/keywords/',
    description: keywords() && countedKeywords(keywords()?.length ?? 0),
  }));
  return (
    <Show when={keywords()}>
      {(all) => (
        <div class="keywords-page frame">
          <div class="columns">
            <div class="text-column">
              <div class="masthead">
                <h1 tabindex="-1">{strings.keywords}</h1>
                <p>{countedKeywords(all().length)}</p>
              </div>
              <div class="tools">
                <Show when={all().length > findableKeywords}>
                  <input
                    id="find-keyword"
                    type="search"
                    autocomplete="off"
                    aria-label={strings.findKeyword}
                    placeholder={strings.findKeyword}
                    onInput={(event) => setWanted(event.currentTarget.value)}
                  />
                </Show>
                <button
                  class="button"
                  type="button"
                  aria-pressed={isByName()}
                  onClick={() => setIsByName((before) => !before)}
                >
                  {strings.sortByName}
                </button>
              </div>
              <ul>
                <For each={shown()}>
                  {(keyword) => (
                    <li>
                      <a
                        href={app.href(`/keywords/${keyword.slug}/`)}
                        data-weight={weighKeyword(keyword.count, all()[0]?.count ?? 1)}
                      >
                        {keyword.name}
                        <span aria-hidden="true">{writeNumber(keyword.count)}</span>
                        <span class="visually-hidden">{` ${countedPosts(keyword.count)}`}</span>
                      </a>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={shown().length === 0}>
                <p>{strings.noKeyword}</p>
              </Show>
            </div>
          </div>
        </div>
      )}
    </Show>
  );
}
