import { createMemo, createSignal, For, type JSX, Show, untrack } from 'solid-js';
import type { KeywordCount } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import {
  findableKeywords,
  findChips,
  foldChips,
  orderChips,
  unfoldedChips,
  foldedChips,
  narrowChips,
} from '../list/chip-order.ts';
import { sameItems } from '../frame/home-state.ts';
import { isPlainClick } from '../frame/links.ts';
import { allKeywords, chipName, strings } from '../words/strings.ts';
import './KeywordChips.css';

/** Some posts, and how many of them have each keyword. */
export interface CountedPosts {
  /** Slugs that all of them have. */
  readonly selected: readonly string[];
  readonly total: number;
  /** By slug; `undefined`: not counted, so the whole blog's counts stand in. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** Whether `counts` may lack keywords that some of the posts have: then too the whole blog's stand in. */
  readonly isPartial?: boolean;
}

export interface KeywordChipsProps {
  /** By count, then name; the commonest, or all. */
  readonly keywords: readonly KeywordCount[];
  /** How many the blog has. */
  readonly keywordTotal: number;
  /** Slugs. */
  readonly selected: readonly string[];
  /** Slugs of the keywords that were selected since the page was opened: their chips stay. */
  readonly kept: readonly string[];
  /** Whether anything narrows the list: chips then lead to states, not to keyword pages. */
  readonly isNarrowed: boolean;
  readonly counted: CountedPosts;
  readonly nameOf: (slug: string) => string;
  /** Href of the state with this keyword toggled. */
  readonly hrefFor: (slug: string) => string;
  readonly onToggle: (slug: string, chip: HTMLElement) => void;
  /** The list was unfolded or folded: rarer keywords are wanted, or no longer. */
  readonly onUnfold: (isUnfolded: boolean) => void;
  /** Whether rarer keywords were wanted and did not come. */
  readonly isIncomplete: boolean;
  /** Asks for them again. */
  readonly onRetry: () => void;
}

/** Keywords with counts, to narrow the list by. Links, so that they work before the script does. */
export function KeywordChips(props: KeywordChipsProps): JSX.Element {
  const app = useApp();
  const [isFolded, setIsFolded] = createSignal(true);
  const [wanted, setWanted] = createSignal('');
  let lastToggled: string | undefined;
  const opened = untrack(() => props.selected);
  const order = createMemo(() => orderChips(props.keywords, opened, props.nameOf));
  const named = createMemo(
    () => new Map([...order().first, ...order().rest].map((keyword) => [keyword.slug, keyword])),
  );
  const countOf = (slug: string): number => {
    const { selected, total, counts, isPartial } = props.counted;
    if (counts !== undefined && selected.includes(slug)) return total;
    if (counts !== undefined && Object.hasOwn(counts, slug)) return counts[slug] ?? 0;
    return counts === undefined || isPartial === true ? (named().get(slug)?.count ?? 0) : 0;
  };
  // Slugs, so that a chip keeps its node and focus when keywords and counts come anew.
  const slugs = createMemo(
    () => {
      const chips = isFolded() ? foldChips(order(), props.kept) : findChips(order(), wanted());
      const all = chips.map((keyword) => keyword.slug);
      if (isFolded()) return all;
      // Without posts only what is selected, to be taken back, and what was just let go: focus is on it.
      const isShown = (slug: string): boolean =>
        countOf(slug) > 0 || slug === lastToggled || props.selected.includes(slug);
      return all.filter(isShown).slice(0, unfoldedChips);
    },
    undefined,
    { equals: (a, b) => sameItems(a, b) },
  );
  let more: HTMLButtonElement | undefined;
  const fold = (): void => {
    setIsFolded(true);
    setWanted('');
    props.onUnfold(false);
    more?.focus();
  };
  const unfold = (): void => {
    setIsFolded(false);
    props.onUnfold(true);
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
      <Show when={!isFolded() && props.keywordTotal > findableKeywords}>
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
              isKept={props.kept.includes(slug)}
              isSelected={props.selected.includes(slug)}
              href={props.isNarrowed ? props.hrefFor(slug) : app.href(`/keywords/${slug}/`)}
              onToggle={(chip) => {
                lastToggled = slug;
                props.onToggle(slug, chip);
              }}
            />
          )}
        </For>
        <Show when={props.keywordTotal > narrowChips}>
          <li data-narrow={props.keywordTotal > foldedChips ? undefined : ''}>
            <button
              class="more text-button"
              type="button"
              aria-expanded={!isFolded()}
              aria-controls="chips"
              ref={(element) => (more = element)}
              onClick={() => (isFolded() ? unfold() : fold())}
            >
              {isFolded() ? allKeywords(props.keywordTotal) : strings.fewer}
            </button>
          </li>
        </Show>
      </ul>
      <Show when={!isFolded() && slugs().length === 0}>
        <p class="hint">{strings.noKeyword}</p>
      </Show>
      <Show when={!isFolded() && props.isIncomplete}>
        <p class="hint">
          {strings.someKeywords}{' '}
          <button class="text-button" type="button" onClick={() => props.onRetry()}>
            {strings.tryAgain}
          </button>
        </p>
      </Show>
    </div>
  );
}

interface ChipProps {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  /** Whether a narrow screen shows it too, wherever it stands. */
  readonly isKept: boolean;
  readonly isSelected: boolean;
  readonly href: string;
  readonly onToggle: (chip: HTMLElement) => void;
}

/** One keyword. Without posts it leads nowhere, but stays where it is and keeps focus. */
function Chip(props: ChipProps): JSX.Element {
  // Each click asks every chip, and few of them change.
  const isSelected = createMemo(() => props.isSelected);
  const isKept = createMemo(() => props.isKept);
  const href = createMemo(() => props.href);
  const count = createMemo(() => props.count);
  const isDead = (): boolean => !isSelected() && count() === 0;
  const click = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    if (!isDead()) props.onToggle(event.currentTarget);
  };
  return (
    <li data-kept={isKept() ? '' : undefined}>
      <a
        class="chip"
        data-slug={props.slug}
        href={isDead() ? undefined : href()}
        role={isDead() ? 'link' : undefined}
        tabindex={isDead() ? 0 : undefined}
        aria-disabled={isDead() ? 'true' : undefined}
        aria-current={isSelected() ? 'true' : undefined}
        aria-label={chipName(props.name, count(), isSelected())}
        onClick={click}
      >
        {props.name} <span>{count()}</span>
      </a>
    </li>
  );
}
