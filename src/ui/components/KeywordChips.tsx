import { createMemo, createResource, createSignal, For, type JSX, Show, untrack } from 'solid-js';
import type { Overview } from '../../content/library.ts';
import { useApp } from '../app-context.ts';
import {
  findableKeywords,
  findChips,
  foldChips,
  orderChips,
  unfoldedChips,
  foldedChips,
  narrowChips,
} from '../chip-order.ts';
import { sameItems } from '../home-state.ts';
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
  const order = createMemo(() => {
    const all = every.state === 'ready' ? every() : props.overview.keywords;
    return orderChips(all, opened, props.nameOf);
  });
  const named = createMemo(
    () => new Map([...order().first, ...order().rest].map((keyword) => [keyword.slug, keyword])),
  );
  const countOf = (slug: string): number => {
    if (props.selected.includes(slug)) return props.total;
    if (props.counts === undefined) return named().get(slug)?.count ?? 0;
    // A keyword may have the name of what every object has: `constructor`.
    return Object.hasOwn(props.counts, slug) ? (props.counts[slug] ?? 0) : 0;
  };
  // Slugs, so that a chip keeps its node and focus when keywords and counts come anew.
  const slugs = createMemo(
    () => {
      const chips = isFolded() ? foldChips(order(), props.selected) : findChips(order(), wanted());
      const all = chips.map((keyword) => keyword.slug);
      if (isFolded()) return all;
      // A selected one stays, also with no posts: it is the way to take it back.
      const isShown = (slug: string): boolean => props.selected.includes(slug) || countOf(slug) > 0;
      return all.filter(isShown).slice(0, unfoldedChips);
    },
    undefined,
    { equals: (a, b) => sameItems(a, b) },
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
        <For each={slugs()}>
          {(slug) => (
            <Chip
              slug={slug}
              name={named().get(slug)?.name ?? slug}
              count={countOf(slug)}
              isSelected={props.selected.includes(slug)}
              href={props.isNarrowed ? props.hrefFor(slug) : app.href(`/keywords/${slug}/`)}
              onToggle={(chip) => props.onToggle(slug, chip)}
            />
          )}
        </For>
        <Show when={props.overview.keywordTotal > narrowChips}>
          <li data-narrow={props.overview.keywordTotal > foldedChips ? undefined : ''}>
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

interface ChipProps {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  readonly isSelected: boolean;
  readonly href: string;
  readonly onToggle: (chip: HTMLElement) => void;
}

/** One keyword. Without posts it leads nowhere, but stays where it is and keeps focus. */
function Chip(props: ChipProps): JSX.Element {
  const isDead = (): boolean => !props.isSelected && props.count === 0;
  const click = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    if (!isDead()) props.onToggle(event.currentTarget);
  };
  return (
    <li>
      <a
        class="chip"
        data-slug={props.slug}
        href={isDead() ? undefined : props.href}
        role={isDead() ? 'link' : undefined}
        tabindex={isDead() ? 0 : undefined}
        aria-disabled={isDead() ? 'true' : undefined}
        aria-current={props.isSelected ? 'true' : undefined}
        aria-label={chipName(props.name, props.count, props.isSelected)}
        onClick={click}
      >
        {props.name} <span>{props.count}</span>
      </a>
    </li>
  );
}
