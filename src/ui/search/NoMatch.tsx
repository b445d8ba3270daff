import { For, type JSX, Show } from 'solid-js';
import type { Overview, SearchAnswer } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import { formatHomeState } from '../frame/home-state.ts';
import { keepFocus } from '../move/keep-focus.ts';
import { strings } from '../words/strings.ts';
import { searchStrings } from '../words/strings-search.ts';

/** Most keywords offered when nothing matches. */
const offeredKeywords = 8;

export interface NoMatchProps {
  readonly suggestions: SearchAnswer['suggestions'];
  /** The text that no post matches. */
  readonly text: string;
  /** True if the search was narrowed by keywords. */
  readonly hasKeywords: boolean;
  readonly overview: Overview;
}

/** Ways on when a search has found nothing. */
export function NoMatch(props: NoMatchProps): JSX.Element {
  const app = useApp();
  const everywhere = (): string =>
    app.href('/') + formatHomeState({ text: props.text, keywords: [], pageNumber: 1 }).slice(1);
  return (
    <>
      <Show when={props.suggestions.length > 0}>
        <h2 class="heading">{strings.near}</h2>
        <ul class="links">
          <For each={props.suggestions}>
            {(post) => (
              <li>
                <a href={app.href(post.permalink)}>{post.title}</a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.hasKeywords}>
        <p class="hint">
          <a href={everywhere()} ref={keepFocus}>
            {searchStrings.everywhere}
          </a>
        </p>
      </Show>
      <Show when={props.overview.keywords.length > 0}>
        <h2 class="heading">{strings.keywords}</h2>
        <ul class="links">
          <For each={props.overview.keywords.slice(0, offeredKeywords)}>
            {(keyword) => (
              <li>
                <a href={app.href(`/keywords/${keyword.slug}/`)}>{keyword.name}</a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
