import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Overview, SearchAnswer, SearchHit } from '../../content/model/library.ts';
import { pageSize } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import { correctWords } from './correct-words.ts';
import { keepFocus } from '../move/keep-focus.ts';
import { moveAmongResults } from './result-keys.ts';
import {
  createSearchSession,
  type SearchInput,
  type SearchProgress,
  type SearchSession,
} from './search-session.ts';
import { morePosts, strings } from '../words/strings.ts';
import { searchStrings, showMore } from '../words/strings-search.ts';
import { NoMatch } from './NoMatch.tsx';
import { ResultList } from './ResultList.tsx';
import './SearchResults.css';

export interface SearchResultsProps {
  /** The search; by date, the results are one list. */
  readonly input: SearchInput;
  /** True if chips of rare keywords are shown, which need their counts too. */
  readonly needsAllCounts: boolean;
  readonly overview: Overview;
  /** Called with the progress of the search; with `undefined` when it is over. */
  readonly onProgress: (progress: SearchProgress | undefined) => void;
  readonly onMore: () => void;
}

/** The results of a search: matching titles first, then posts that match in their text. */
export default function SearchResults(props: SearchResultsProps): JSX.Element {
  const app = useApp();
  const session = createSearchSession(
    () => props.input,
    () => props.needsAllCounts,
    (progress) => props.onProgress(progress),
  );
  const answer = (): SearchAnswer | undefined => session.answered()?.answer;
  const groups = createMemo(() =>
    groupHits({
      titles: isOverruled(answer(), session.isAnswered()) ? [] : session.titles(),
      hits: answer()?.hits ?? [],
      isOneList: props.input.order === 'newest',
    }),
  );
  const order = (): readonly string[] =>
    [...groups().titles, ...groups().texts].map((hit) => hit.post.permalink);
  const words = (): string => correctWords(props.input.text, answer()?.corrections ?? []);
  const canLook = (): boolean => session.isAnswered() && answer()?.scope === 'text';
  const left = (): number => (answer()?.total ?? 0) - (session.answered()?.input.limit ?? 0);
  let list: HTMLElement | undefined;
  let shownBefore: ReadonlySet<string> | undefined;
  createEffect(
    on(session.answered, () => {
      if (shownBefore === undefined || !session.isAnswered()) return;
      focusNew(shownBefore);
      shownBefore = undefined;
    }),
  );
  return (
    <div
      class="search-results"
      data-results=""
      ref={(element) => (list = element)}
      onKeyDown={moveAmongResults}
    >
      <Corrections corrections={answer()?.corrections ?? []} />
      <ResultList hits={groups().titles} words={words()} isAnswered={canLook()} />
      <Show when={groups().titles.length > 0 && groups().texts.length > 0}>
        <h2 class="heading">{searchStrings.inText}</h2>
      </Show>
      <ResultList hits={groups().texts} words={words()} isAnswered={canLook()} />
      <SearchState session={session} />
      <Show when={session.isAnswered() && !session.isSlow() && order().length === 0}>
        <NoMatch
          suggestions={answer()?.suggestions ?? []}
          text={props.input.text}
          hasKeywords={props.input.keywords.length > 0}
          overview={props.overview}
        />
      </Show>
      <Show when={left() > 0}>
        <p class="hint">
          <button
            class="button"
            type="button"
            onClick={() => {
              shownBefore = new Set(order());
              props.onMore();
            }}
          >
            {showMore(Math.min(pageSize, left()))}
          </button>
        </p>
      </Show>
    </div>
  );

  /** Goes to the first result that was not among those shown before. */
  function focusNew(before: ReadonlySet<string>): void {
    const added = order().filter((permalink) => !before.has(permalink));
    const index = order().findIndex((permalink) => !before.has(permalink));
    const link = list?.querySelectorAll<HTMLElement>('li > h2 a')[index];
    if (link === undefined) return;
    link.focus({ preventScroll: true });
    app.announcer.say(morePosts(added.length));
  }
}

/** The words that were searched for in place of mistyped ones. */
function Corrections(props: { readonly corrections: SearchAnswer['corrections'] }): JSX.Element {
  return (
    <Show when={props.corrections.length}>
      <p class="hint">
        {searchStrings.corrected}{' '}
        <For each={props.corrections}>{(correction) => <strong>{correction.used} </strong>}</For>
      </p>
    </Show>
  );
}

/** Words for a search that takes long or has failed. */
function SearchState(props: { readonly session: SearchSession }): JSX.Element {
  return (
    <>
      <Show when={props.session.isSlow()}>
        <p class="hint">{searchStrings.searching}</p>
      </Show>
      <Show when={props.session.failure()}>
        {(failure) => (
          <p class="hint">
            {failure() === 'offline' ? searchStrings.titlesOnly : searchStrings.failed}{' '}
            <button
              class="text-button"
              type="button"
              ref={keepFocus}
              onClick={() => props.session.retry()}
            >
              {strings.tryAgain}
            </button>
          </p>
        )}
      </Show>
    </>
  );
}

/** True if the index has shown that the titles in memory do not match. */
function isOverruled(answer: SearchAnswer | undefined, isAnswered: boolean): boolean {
  return isAnswered && answer?.scope === 'text' && answer.match !== 'all';
}

interface Groups {
  readonly titles: readonly SearchHit[];
  readonly texts: readonly SearchHit[];
}

/** Titles first, each with the excerpt of its hit. By date it is one list, which titles stand in for until it comes. */
function groupHits({
  titles,
  hits,
  isOneList,
}: {
  readonly titles: readonly SearchHit[];
  readonly hits: readonly SearchHit[];
  readonly isOneList: boolean;
}): Groups {
  if (isOneList) return { titles: [], texts: hits.length > 0 ? hits : titles };
  const known = new Map(hits.map((hit) => [hit.post.permalink, hit]));
  const inTitles = new Set(titles.map(({ post }) => post.permalink));
  return {
    titles: titles.map((match) => known.get(match.post.permalink) ?? match),
    texts: hits.filter(({ post }) => !inTitles.has(post.permalink)),
  };
}
