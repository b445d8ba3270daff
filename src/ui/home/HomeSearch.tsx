import { createMemo, type JSX, Show, Suspense } from 'solid-js';
import { pageSize } from '../../content/model/library.ts';
import { SearchField } from '../list/SearchField.tsx';
import type { SearchInput } from '../search/search-session.ts';
import { strings } from '../words/strings.ts';
import { EmptyBlog } from './EmptyBlog.tsx';
import { useHome } from './home-context.ts';
import { describeClear } from './home-status.ts';
import { KeywordChips } from './KeywordChips.tsx';
import { SearchResults } from './lazy-results.ts';
import { StatusLine } from './StatusLine.tsx';

/** The search half of the home page: the field, the chips, what they lead to in words, and results. */
export function HomeSearch(): JSX.Element {
  const { choice, isSearch, moves, overview, prepareSearch } = useHome();
  const hasPosts = (): boolean => overview().total > 0;
  return (
    <>
      <Show when={hasPosts()} fallback={<EmptyBlog />}>
        <SearchField
          value={choice.field.typed()}
          total={overview().total}
          onInput={moves.type}
          onCommit={choice.field.commit}
          onKeyDown={moves.pressKey}
          onFocus={prepareSearch}
        />
        <KeywordChips />
        <HomeStatusLine />
      </Show>
      <Show when={isSearch() && hasPosts()}>
        <Results />
      </Show>
    </>
  );
}

function HomeStatusLine(): JSX.Element {
  const { address, choice, isSearch, moves, search, status } = useHome();
  const isNewestFirst = (): boolean => address.committed().order === 'newest';
  const isSortable = (): boolean => isNewestFirst() || (search()?.answer.total ?? 0) > 1;
  return (
    <StatusLine
      text={status().line}
      clear={describeClear(choice.text(), choice.keywords())}
      onClear={moves.clear}
    >
      <Show when={isSearch() && isSortable()}>
        <button
          class="text-button"
          type="button"
          aria-pressed={isNewestFirst()}
          onClick={moves.toggleOrder}
        >
          {strings.newestFirst}
        </button>
      </Show>
    </StatusLine>
  );
}

function Results(): JSX.Element {
  const { address, choice, list, moves, overview, tellSearch } = useHome();
  const input = createMemo(
    (): SearchInput => ({
      text: choice.text(),
      keywords: choice.keywords(),
      limit: choice.wanted().pageNumber * pageSize,
      order: address.committed().order ?? 'best',
    }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return (
    <Suspense>
      <SearchResults
        input={input()}
        needsAllCounts={list.hasRareChips()}
        overview={overview()}
        onProgress={tellSearch}
        onMore={moves.showMore}
      />
    </Suspense>
  );
}
