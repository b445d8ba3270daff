import { createMemo, For, type JSX, Show } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { toggleKeyword } from '../frame/home-state.ts';
import { isPlainClick } from '../move/page-link.ts';
import { findableKeywords, foldedChips, narrowChips } from '../list/chip-order.ts';
import { allKeywords, chipName, strings, writeNumber } from '../words/strings.ts';
import { useHome } from './home-context.ts';
import { createShownChips, type ShownChips } from './shown-chips.ts';
import './KeywordChips.css';

/** Keywords with counts, to narrow the list by. Links, so that they work before the script does. */
export function KeywordChips(): JSX.Element {
  const home = useHome();
  const chips = createShownChips(home);
  const { isFolded } = chips;
  let more: HTMLButtonElement | undefined;
  // Beside a search that nothing matches, a row of keywords without posts says nothing.
  const isIdle = (): boolean =>
    home.isSearch() && home.search()?.answer.total === 0 && home.choice.keywords().length === 0;
  const fold = (): void => {
    chips.setFolded(true);
    more?.focus();
  };
  return (
    <div
      class="keyword-chips"
      role="group"
      aria-labelledby="chips-label"
      data-folded={isFolded() ? '' : undefined}
      data-idle={isIdle() ? '' : undefined}
      data-searching={home.isSearch() ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isFolded()) return;
        event.preventDefault();
        fold();
      }}
    >
      <h2 class="visually-hidden" id="chips-label">
        {strings.filter}
      </h2>
      <Show when={!isFolded() && home.overview().keywordTotal > findableKeywords}>
        <input
          class="find-keyword"
          type="search"
          autocomplete="off"
          aria-label={strings.findKeyword}
          placeholder={strings.findKeyword}
          onInput={(event) => chips.find(event.currentTarget.value)}
        />
      </Show>
      <ul id="chips">
        <For each={chips.slugs()}>{(slug) => <Chip slug={slug} chips={chips} />}</For>
        <Show when={home.overview().keywordTotal > narrowChips}>
          <li data-narrow={home.overview().keywordTotal > foldedChips ? undefined : ''}>
            <button
              class="more text-button"
              type="button"
              aria-expanded={!isFolded()}
              aria-controls="chips"
              ref={(element) => (more = element)}
              onClick={() => (isFolded() ? chips.setFolded(false) : fold())}
            >
              {isFolded() ? allKeywords(home.overview().keywordTotal) : strings.fewer}
            </button>
          </li>
        </Show>
      </ul>
      <Show when={!isFolded()}>
        <ChipNotes isEmpty={chips.slugs().length === 0} />
      </Show>
    </div>
  );
}

/** Words below unfolded chips: that none is there, or that some did not come. */
function ChipNotes(props: { readonly isEmpty: boolean }): JSX.Element {
  const { list, view } = useHome();
  return (
    <>
      <Show when={props.isEmpty}>
        <p class="hint">{strings.noKeyword}</p>
      </Show>
      <Show when={view().lacksKeywords}>
        <p class="hint">
          {strings.someKeywords}{' '}
          <button class="text-button" type="button" onClick={() => void list.retry()}>
            {strings.tryAgain}
          </button>
        </p>
      </Show>
    </>
  );
}

interface ChipProps {
  readonly slug: string;
  readonly chips: ShownChips;
}

/** One keyword. Without posts it leads nowhere, but stays where it is and keeps focus. */
function Chip(props: ChipProps): JSX.Element {
  const app = useApp();
  const { address, choice, isSearch, list } = useHome();
  // Each click asks every chip, and few of them change.
  const isSelected = createMemo(() => choice.keywords().includes(props.slug));
  // A chip that is kept is shown on a narrow screen too, wherever it stands.
  const isKept = createMemo(() => list.kept().includes(props.slug));
  // While anything narrows the list, chips lead to states, not to keyword pages.
  const href = createMemo(() =>
    isSearch() || choice.painted().keywords.length > 0
      ? address.hrefOf(toggleKeyword(choice.painted(), props.slug))
      : app.href(`/keywords/${props.slug}/`),
  );
  const count = createMemo(() => props.chips.countOf(props.slug));
  const name = (): string => props.chips.nameOf(props.slug);
  const isDead = (): boolean => !isSelected() && count() === 0;
  const click = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    if (!isDead()) props.chips.toggle(props.slug, event.currentTarget);
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
        aria-label={chipName(name(), count(), isSelected())}
        onClick={click}
      >
        {name()} <span>{writeNumber(count())}</span>
      </a>
    </li>
  );
}
