import { createMemo, For, type JSX, Show } from 'solid-js';
import type { MarkedRun, Overview, SearchAnswer, SearchHit } from '../../content/library.ts';
import { pageSize } from '../../content/library.ts';
import { useApp } from '../app-context.ts';
import { foldText } from '../fold-text.ts';
import { findField } from '../home-moves.ts';
import { formatHomeState } from '../home-state.ts';
import { createSearchSession, type SearchInput, type SearchProgress } from '../search-session.ts';
import { strings } from '../strings.ts';
import type { TitleMatch } from '../title-matches.ts';
import { searchStrings } from '../strings-search.ts';
import './SearchResults.css';

export interface SearchResultsProps {
  readonly text: string;
  /** Slugs. */
  readonly keywords: readonly string[];
  /** By date, in one list, instead of the best first. */
  readonly isNewestFirst: boolean;
  /** How many times twenty results are shown. */
  readonly pageNumber: number;
  readonly overview: Overview;
  /** Told how far the search has come; `undefined` when it is over. */
  readonly onProgress: (progress: SearchProgress | undefined) => void;
  readonly onMore: () => void;
}

/** What a list of results shows of a post. */
interface Row {
  readonly permalink: string;
  readonly title: readonly MarkedRun[];
  readonly hit: SearchHit | undefined;
}

/** The results of a search: matching titles first, then posts that match in their text. */
export default function SearchResults(props: SearchResultsProps): JSX.Element {
  const app = useApp();
  const input = createMemo(
    (): SearchInput => ({
      text: props.text,
      keywords: props.keywords,
      limit: props.pageNumber * pageSize,
      order: props.isNewestFirst ? 'newest' : 'best',
    }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const session = createSearchSession(
    () => input(),
    (progress) => props.onProgress(progress),
  );
  // By date there is one list, in the order of the answer: titles stand in for it until it comes.
  const titles = (): readonly TitleMatch[] =>
    props.isNewestFirst && session.answer() !== undefined ? [] : session.titles();
  const hits = createMemo(
    () => new Map((session.answer()?.hits ?? []).map((hit) => [hit.post.permalink, hit])),
  );
  const rows = createMemo<Map<string, Row>>((before) => {
    const next = new Map<string, Row>();
    const add = (permalink: string, title: readonly MarkedRun[]): void => {
      const hit = hits().get(permalink);
      const row = { permalink, title: hit?.title ?? title, hit };
      const old = before?.get(permalink);
      // The same row keeps its nodes: what is on screen does not move or lose focus.
      const isSame = old?.hit === hit && JSON.stringify(old?.title) === JSON.stringify(row.title);
      next.set(permalink, isSame && old !== undefined ? old : row);
    };
    for (const match of titles()) add(match.post.permalink, match.title);
    for (const [permalink, hit] of hits()) add(permalink, hit.title);
    return next;
  });
  const inTitles = (): ReadonlySet<string> =>
    new Set(titles().map((match) => match.post.permalink));
  const titleRows = createMemo(() => pick(rows(), inTitles(), true));
  const textRows = createMemo(() => pick(rows(), inTitles(), false));
  const linkWords = createMemo(() => correctWords(props.text, session.answer()?.corrections ?? []));
  const isDone = (): boolean => session.isAnswered() && !session.isSlow();
  const isEmpty = (): boolean => rows().size === 0;
  return (
    <div class="search-results" data-results="" onKeyDown={moveAmongResults}>
      <Show when={session.answer()?.corrections.length}>
        <p class="hint">
          {searchStrings.corrected}{' '}
          <For each={session.answer()?.corrections}>
            {(correction) => <strong>{correction.used} </strong>}
          </For>
        </p>
      </Show>
      <Rows rows={titleRows()} words={linkWords()} />
      <Show when={titleRows().length > 0 && textRows().length > 0}>
        <h2 class="heading">{searchStrings.inText}</h2>
      </Show>
      <Rows rows={textRows()} words={linkWords()} />
      <Show when={session.isSlow()}>
        <p class="hint">{searchStrings.searching}</p>
      </Show>
      <Show when={session.hasFailed()}>
        <p class="hint">
          {searchStrings.failed}{' '}
          <button class="text-button" type="button" onClick={() => session.retry()}>
            {strings.tryAgain}
          </button>
        </p>
      </Show>
      <Show when={session.answer()?.scope === 'titles' && !session.hasFailed()}>
        <p class="hint">{searchStrings.titlesOnly}</p>
      </Show>
      <Show when={isDone() && isEmpty()}>
        <NoMatch
          answer={session.answer()}
          text={props.text}
          hasKeywords={props.keywords.length > 0}
          overview={props.overview}
        />
      </Show>
      <Show when={(session.answer()?.total ?? 0) > props.pageNumber * pageSize}>
        <p class="hint">
          <button
            class="button"
            type="button"
            onClick={() => {
              const shown = rows().size;
              props.onMore();
              focusRow(shown);
            }}
          >
            {searchStrings.more(
              Math.min(pageSize, (session.answer()?.total ?? 0) - props.pageNumber * pageSize),
            )}
          </button>
        </p>
      </Show>
    </div>
  );

  /** Waits for the results that were asked for, then goes to the first of them. */
  function focusRow(index: number): void {
    const list = document.querySelector('[data-results]');
    if (list === null) return;
    const observer = new MutationObserver(() => {
      const link = list.querySelectorAll<HTMLElement>('li > h2 a')[index];
      if (link === undefined) return;
      observer.disconnect();
      link.focus({ preventScroll: true });
      app.announcer.say(searchStrings.moreShown(rows().size - index));
    });
    observer.observe(list, { childList: true, subtree: true });
  }
}

/** `text` with its slips repaired: the post lights what was found. */
function correctWords(text: string, corrections: SearchAnswer['corrections']): string {
  const used = new Map(corrections.map((correction) => [correction.typed, correction.used]));
  return used.size === 0
    ? text
    : text.replace(/\S+/gu, (word) => used.get(foldText(word).text) ?? word);
}

/** The rows that are among `permalinks`, or those that are not. */
function pick(
  rows: ReadonlyMap<string, Row>,
  permalinks: ReadonlySet<string>,
  areAmong: boolean,
): Row[] {
  return [...rows.values()].filter((row) => permalinks.has(row.permalink) === areAmong);
}

function Rows(props: { readonly rows: readonly Row[]; readonly words: string }): JSX.Element {
  const app = useApp();
  // The post lights the words too; its canonical address is without them.
  const hrefOf = (row: Row, hash = ''): string =>
    `${app.href(row.permalink)}?${new URLSearchParams({ q: props.words })}${hash}`;
  return (
    <Show when={props.rows.length > 0}>
      <ol>
        <For each={props.rows}>
          {(row) => (
            <li>
              <h2 dir="auto">
                <a href={hrefOf(row)}>
                  <Runs runs={row.title} />
                </a>
              </h2>
              <Show when={row.hit?.excerpt}>
                {(excerpt) => (
                  <p dir="auto">
                    <Runs runs={excerpt()} />
                  </p>
                )}
              </Show>
              <Show when={row.hit?.sections.length}>
                <div class="sections">
                  <For each={row.hit?.sections}>
                    {(section) => (
                      <a href={hrefOf(row, `#${encodeURIComponent(section.id)}`)}>
                        <Runs runs={section.title} />
                      </a>
                    )}
                  </For>
                </div>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}

function Runs(props: { readonly runs: readonly MarkedRun[] }): JSX.Element {
  return (
    <For each={props.runs}>
      {(run) => (
        <Show when={run.isMatch} fallback={run.text}>
          <mark>{run.text}</mark>
        </Show>
      )}
    </For>
  );
}

/** Most keywords offered when nothing matches. */
const offeredKeywords = 8;

function NoMatch(props: {
  readonly answer: SearchAnswer | undefined;
  readonly text: string;
  readonly hasKeywords: boolean;
  readonly overview: Overview;
}): JSX.Element {
  const app = useApp();
  const everywhere = (): string =>
    app.base + formatHomeState({ text: props.text, keywords: [], pageNumber: 1 }).slice(1);
  return (
    <>
      <Show when={props.answer?.suggestions.length}>
        <h2 class="heading">{strings.near}</h2>
        <ul class="links">
          <For each={props.answer?.suggestions}>
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
          <a href={everywhere()}>{searchStrings.everywhere}</a>
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

/** Arrow keys go from link to link; up from the first and Esc lead back to the field. */
function moveAmongResults(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = nextTarget(event.key, at, links);
  if (target === undefined) return;
  event.preventDefault();
  (target ?? findField())?.focus();
}

/** `null`: back to the field; `undefined`: not a key of ours. */
function nextTarget(
  key: string,
  at: number,
  links: readonly HTMLElement[],
): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return links[at + 1] ?? links[at];
    case 'ArrowUp':
      return at === 0 ? null : links[at - 1];
    case 'Home':
      return links[0];
    case 'End':
      return links.at(-1);
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
