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
      <Links
        heading={strings.near}
        links={props.suggestions.map((post) => ({ path: post.permalink, name: post.title }))}
      />
      <Show when={props.hasKeywords}>
        <p class="hint">
          <a href={everywhere()} ref={keepFocus}>
            {searchStrings.everywhere}
          </a>
        </p>
      </Show>
      <Links
        heading={strings.keywords}
        links={props.overview.keywords
          .slice(0, offeredKeywords)
          .map(({ slug, name }) => ({ path: `/keywords/${slug}/`, name }))}
      />
    </>
  );
}

/** A list of links under a heading; nothing when there are none. */
function Links(props: {
  readonly heading: string;
  readonly links: readonly { readonly path: string; readonly name: string }[];
}): JSX.Element {
  const app = useApp();
  return (
    <Show when={props.links.length > 0}>
      <h2 class="heading">{props.heading}</h2>
      <ul class="links">
        <For each={props.links}>
          {(link) => (
            <li>
              <a href={app.href(link.path)}>{link.name}</a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
