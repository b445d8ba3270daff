import { createAsync, type RouteSectionProps } from '@solidjs/router';
import { For, type JSX, lazy, onMount, Show } from 'solid-js';
import type { Overview, YearCount } from '../../content/library.ts';
import { pageSize } from '../../content/library.ts';
import type { PostCard } from '../../content/post.ts';
import { createPageDescription, useApp } from '../app-context.ts';
import {
  archiveRequest,
  countArchive,
  formatArchivePath,
  isListed,
  listsPerArchivePage,
} from '../archive.ts';
import { OlderPosts } from '../components/OlderPosts.tsx';
import { formatDay, formatMonth } from '../format-day.ts';
import { parsePageNumber } from '../home-state.ts';
import { loadListView } from '../queries.ts';
import { countPosts, strings } from '../strings.ts';
import { groupByYear } from '../year-groups.ts';
import './ArchivePage.css';

const NotFoundPage = lazy(() => import('./NotFoundPage.tsx'));

/** The archive: all posts, one line each; of a large blog the years and months that lead to them. */
export default function ArchivePage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  const place = (): { year: number | undefined; month: number | undefined } => ({
    year: readNumber(props.params['year']),
    month: readNumber(props.params['month']),
  });
  const pageNumber = (): number => parsePageNumber(props.params['pageNumber']);
  const data = createAsync(async () => {
    app.version();
    const shown = { ...place(), pageNumber: pageNumber() };
    const overview = await app.library.loadOverview();
    const count = countArchive(overview, shown);
    if (!isListed(overview, shown)) return { overview, shown, count, pageCount: 1, posts: [] };
    const lists = Math.ceil(count / pageSize);
    const perPage = shown.year === undefined ? Math.max(1, lists) : listsPerArchivePage;
    const first = (shown.pageNumber - 1) * perPage + 1;
    const last = Math.min(first + perPage - 1, lists);
    const pageCount = Math.max(1, Math.ceil(lists / perPage));
    if (first > last) return { overview, shown, count, pageCount, posts: [] };
    const list = await loadListView(app, (page) => archiveRequest(shown, page), first, last);
    // A page of the archive has all its rows or is not shown.
    if (list.failure !== undefined) throw list.failure;
    return { overview, shown, count, pageCount, posts: list.posts };
  });
  return (
    <Show when={data()}>
      {(view) => {
        const title = (): string =>
          titleOf(view().shown.year, view().shown.month, app.site.language);
        createPageDescription(() => ({
          title: title(),
          permalink: formatArchivePath(view().shown),
        }));
        const isEmpty = (): boolean =>
          (view().count === 0 && view().shown.year !== undefined) ||
          view().shown.pageNumber > view().pageCount;
        const hrefOf = (page: number): string | undefined =>
          page < 1 || page > view().pageCount
            ? undefined
            : app.href(formatArchivePath({ ...view().shown, pageNumber: page }));
        return (
          <Show when={!isEmpty()} fallback={<NotFoundPage />}>
            <div class="archive-page frame">
              <div class="columns">
                <div class="text-column">
                  <div class="masthead">
                    <h1 tabindex="-1">{title()}</h1>
                    <p>{countPosts(view().count)}</p>
                  </div>
                  <Show when={view().shown.year === undefined}>
                    <YearLinks overview={view().overview} />
                  </Show>
                </div>
              </div>
              <Show
                when={isListed(view().overview, view().shown)}
                fallback={
                  <For each={yearsOf(view().overview, view().shown.year)}>
                    {(year) => <MonthLinks year={year} />}
                  </For>
                }
              >
                <For each={[...groupByYear(view().posts)]}>
                  {([year, posts]) => <YearRows year={year} posts={posts} />}
                </For>
              </Show>
              <OlderPosts
                older={hrefOf(view().shown.pageNumber + 1)}
                newer={hrefOf(view().shown.pageNumber - 1)}
                onOlder={() => undefined}
              />
            </div>
          </Show>
        );
      }}
    </Show>
  );
}

/** Years as links: to their place on this page, or to pages of their own when there is too much for one. */
function YearLinks(props: { readonly overview: Overview }): JSX.Element {
  const app = useApp();
  const isWhole = (): boolean => isListed(props.overview, { year: undefined, month: undefined });
  const hrefOf = (year: number): string =>
    isWhole() ? `#y${year}` : app.href(formatArchivePath({ year }));
  return (
    <nav aria-label={strings.years}>
      <ul>
        <For each={props.overview.years}>
          {(year) => (
            <li>
              <a href={hrefOf(year.year)}>{year.year}</a>
            </li>
          )}
        </For>
        <Show when={props.overview.undated > 0}>
          <li>
            <a href={hrefOf(0)}>{strings.undated}</a>
          </li>
        </Show>
      </ul>
    </nav>
  );
}

function YearRows(props: {
  readonly year: number;
  readonly posts: readonly PostCard[];
}): JSX.Element {
  const app = useApp();
  let section: HTMLElement | undefined;
  onMount(() => section?.style.setProperty('--rows', String(props.posts.length)));
  return (
    <section
      class="columns"
      aria-labelledby={`y${props.year}`}
      ref={(element) => (section = element)}
    >
      <h2 id={`y${props.year}`}>
        {props.year === 0 ? strings.undated : props.year}{' '}
        <span>{countPosts(props.posts.length)}</span>
      </h2>
      <ol>
        <For each={props.posts}>
          {(post) => (
            <li>
              <Show when={post.day} fallback={<span />}>
                {(day) => (
                  <time datetime={day()}>{formatDay(day(), app.site.language, 'short')}</time>
                )}
              </Show>
              <a href={app.href(post.permalink)} dir="auto" lang={post.language}>
                {post.title}
              </a>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

function MonthLinks(props: { readonly year: YearCount }): JSX.Element {
  const app = useApp();
  const months = (): readonly { month: number; count: number }[] =>
    props.year.months
      .map((count, at) => ({ month: at + 1, count }))
      .filter((entry) => entry.count > 0)
      .toReversed();
  return (
    <section class="columns" aria-labelledby={`y${props.year.year}`}>
      <h2 id={`y${props.year.year}`}>
        {props.year.year} <span>{countPosts(props.year.count)}</span>
      </h2>
      <ol class="months">
        <For each={months()}>
          {(entry) => (
            <li>
              <a href={app.href(formatArchivePath({ year: props.year.year, month: entry.month }))}>
                {formatMonth(entry.month, app.site.language)}
              </a>{' '}
              <span>{entry.count}</span>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

function yearsOf(overview: Overview, year: number | undefined): readonly YearCount[] {
  return year === undefined
    ? overview.years
    : overview.years.filter((entry) => entry.year === year);
}

function titleOf(year: number | undefined, month: number | undefined, language: string): string {
  if (year === undefined) return strings.archive;
  if (year === 0) return strings.undated;
  return month === undefined ? String(year) : `${formatMonth(month, language)} ${year}`;
}

function readNumber(part: string | undefined): number | undefined {
  if (part === undefined) return undefined;
  return part === 'undated' ? 0 : Number(part);
}
