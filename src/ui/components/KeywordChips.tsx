import { createMemo, createResource, createSignal, For, type JSX, Show, untrack } from 'solid-js';
import type { KeywordCount, Overview } from '../../content/library.ts';
import { useApp } from '../app-context.ts';
import {
  findableKeywords,
  foldChips,
  orderChips,
  unfoldChips,
  foldedChips,
} from '../chip-order.ts';
import { isPlainClick } from '../links.ts';
import { allKeywords, chipName, strings } from '../strings.ts';
import './KeywordChips.css';

export interface KeywordChipsProps {
  readonly overview: Overview;
  /** Slugs. */
  readonly selected: readonly string[];
  /** Whether anything narrows the list: chips then lead to states, not to keyword pages. */
  readonly isNarrowed: boolean;
  /** Posts shown that have each keyword; `undefined`: the overview's counts hold. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** Posts shown in all. */
  readonly total: number;
  readonly nameOf: (slug: string) => string;
  /** Href of the state with this keyword toggled. */
  readonly hrefFor: (slug: string) => string;
  readonly onToggle: (slug: string, chip: HTMLElement) => void;
  /** The list was unfolded: counts of rarer keywords are wanted from now on. */
  readonly onUnfold: () => void;
}

/** Keywords with counts, to narrow the list by. Links, so that they work before the script does. */
export function KeywordChips(props: KeywordChipsProps): JSX.Element {
  const app = useApp();
  const [isFolded, setIsFolded] = createSignal(true);
  const [wanted, setWanted] = createSignal('');
  const [every] = createResource(
    () => !isFolded() && props.overview.keywordTotal > props.overview.keywords.length,
    () => app.library.loadKeywords(),
  );
  const opened = untrack(() => props.selected);
  const order = createMemo(() =>
    orderChips(every.latest ?? props.overview.keywords, opened, props.nameOf),
  );
  const countOf = (keyword: KeywordCount): number => {
    if (props.selected.includes(keyword.slug)) return props.total;
    return props.counts === undefined ? keyword.count : (props.counts[keyword.slug] ?? 0);
  };
  const chips = createMemo(() =>
    isFolded()
      ? foldChips(order(), props.selected)
      : unfoldChips(order(), wanted(), (keyword) => countOf(keyword) > 0),
  );
  let more: HTMLButtonElement | undefined;
  const fold = (): void => {
    setIsFolded(true);
    setWanted('');
    more?.focus();
  };
  const unfold = (): void => {
    setIsFolded(false);
    props.onUnfold();
  };
  const hrefOf = (slug: string): string =>
    props.isNarrowed ? props.hrefFor(slug) : app.href(`/keywords/${slug}/`);
  const click = (event: MouseEvent & { currentTarget: HTMLElement }, slug: string): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    if (event.currentTarget.hasAttribute('href')) props.onToggle(slug, event.currentTarget);
  };
  return (
    <div
      class="keyword-chips"
      role="group"
      aria-labelledby="chips-label"
      data-folded={isFolded() ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isFolded()) return;
        event.preventDefault();
        fold();
      }}
    >
      <h2 class="visually-hidden" id="chips-label">
        {strings.filter}
      </h2>
      <Show when={!isFolded() && props.overview.keywordTotal > findableKeywords}>
        <input
          class="find-keyword"
          type="search"
          autocomplete="off"
          aria-label={strings.findKeyword}
          placeholder={strings.findKeyword}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </Show>
      <ul id="chips">
        <For each={chips()}>
          {(keyword) => {
            const isSelected = (): boolean => props.selected.includes(keyword.slug);
            const isDead = (): boolean => !isSelected() && countOf(keyword) === 0;
            return (
              <li>
                <a
                  class="chip"
                  data-slug={keyword.slug}
                  href={isDead() ? undefined : hrefOf(keyword.slug)}
                  role={isDead() ? 'link' : undefined}
                  tabindex={isDead() ? 0 : undefined}
                  aria-disabled={isDead() ? 'true' : undefined}
                  aria-current={isSelected() ? 'true' : undefined}
                  aria-label={chipName(keyword.name, countOf(keyword), isSelected())}
                  onClick={(event) => click(event, keyword.slug)}
                >
                  {keyword.name} <span>{countOf(keyword)}</span>
                </a>
              </li>
            );
          }}
        </For>
        <Show
          when={props.overview.keywordTotal > foldedChips || props.overview.keywords.length > 5}
        >
          <li>
            <button
              class="more text-button"
              type="button"
              aria-expanded={!isFolded()}
              aria-controls="chips"
              ref={(element) => (more = element)}
              onClick={() => (isFolded() ? unfold() : fold())}
            >
              {isFolded() ? allKeywords(props.overview.keywordTotal) : strings.fewer}
            </button>
          </li>
        </Show>
      </ul>
    </div>
  );
}
