import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { MarkedRun, SearchHit } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import { sameItems } from '../frame/home-state.ts';
import { createLatePassage } from './late-passage.ts';

export interface ResultListProps {
  readonly hits: readonly SearchHit[];
  /** The words that are marked in a post when it is opened. */
  readonly words: string;
  /** True if `words` are what the hits were found by, so that passages can be looked for. */
  readonly isAnswered: boolean;
}

/** Results of a search: a link to each post, its passage, and links to its sections. */
export function ResultList(props: ResultListProps): JSX.Element {
  const hits = createMemo(() => new Map(props.hits.map((hit) => [hit.post.permalink, hit])));
  // Addresses, not hits: a row keeps its nodes, and focus, when more is known of its post.
  const permalinks = createMemo(() => [...hits().keys()], undefined, { equals: sameItems });
  return (
    <Show when={permalinks().length > 0}>
      <ol>
        <For each={permalinks()}>
          {(permalink) => {
            const hit = createMemo<SearchHit | undefined>(
              (before) => hits().get(permalink) ?? before,
            );
            return (
              <Show when={hit()}>
                {(shown) => (
                  <Result hit={shown()} words={props.words} isAnswered={props.isAnswered} />
                )}
              </Show>
            );
          }}
        </For>
      </ol>
    </Show>
  );
}

function Result(props: {
  readonly hit: SearchHit;
  readonly words: string;
  readonly isAnswered: boolean;
}): JSX.Element {
  const app = useApp();
  const [row, setRow] = createSignal<HTMLElement>();
  const passage = createLatePassage({
    hit: () => props.hit,
    words: () => (props.isAnswered ? props.words : undefined),
    row,
  });
  const sections = createMemo(
    () => new Map(passage().sections.map((section) => [section.id, section.title])),
  );
  const ids = createMemo(() => [...sections().keys()], undefined, { equals: sameItems });
  // The post marks the words too; its canonical address is without them.
  const href = (hash = ''): string =>
    `${app.href(props.hit.post.permalink)}?${new URLSearchParams({ q: props.words })}${hash}`;
  return (
    <li ref={setRow}>
      <h2 dir="auto">
        <a href={href()}>
          <Runs runs={props.hit.title} />
        </a>
      </h2>
      <Show when={passage().excerpt}>
        {(excerpt) => (
          <p dir="auto">
            <Runs runs={excerpt()} />
          </p>
        )}
      </Show>
      <Show when={ids().length > 0}>
        <div class="sections">
          <For each={ids()}>
            {(id) => (
              <a href={href(`#${encodeURIComponent(id)}`)}>
                <Runs runs={sections().get(id) ?? []} />
              </a>
            )}
          </For>
        </div>
      </Show>
    </li>
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
