import { createAsync, type RouteSectionProps } from '@solidjs/router';
import { For, type JSX, lazy, Show } from 'solid-js';
import { countArchive, isListed } from '../../content/files/archive-data.ts';
import type { ArchivePart } from '../../content/files/archive-data.ts';
import type { ArchiveRow, Overview, YearCount } from '../../content/model/library.ts';
import { createPageDescription, useApp } from '../frame/app-context.ts';
import { appPart } from '../frame/app-part.ts';
import { formatArchivePath, loadArchiveView } from './archive.ts';
import { OlderPosts } from '../list/OlderPosts.tsx';
import { formatDay, formatMonth, formatYear } from '../words/format-day.ts';
import { parsePageNumber } from '../frame/home-state.ts';
import { pageLanguage } from '../words/page-words.ts';
import { countedPosts, strings, writeNumber } from '../words/strings.ts';
import { groupByYear } from '../list/year-groups.ts';
import { findMost } from './month-bars.ts';
import { YearChart } from './YearChart.tsx';
import './ArchivePage.css';

const NotFoundPage = lazy(appPart(() => import('../list/NotFoundPage.tsx')));

/** The archive: all posts, one line each; of a large blog the years and months that lead to them. */
export default function ArchivePage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  const part = (): ArchivePart => ({
    year: readNumber(props.params['year']),
    month: readNumber(props.params['month']),
  });
  const pageNumber = (): number => parsePageNumber(props.params['pageNumber']);
  const data = createAsync(async () => {
    app.version();
    return loadArchiveView(app.library, { ...part(), pageNumber: pageNumber() });
  });
  return (
    <Show when={data()}>
      {(view) => {
        const title = (): string => titleOf(view().place.year, view().place.month, pageLanguage());
        createPageDescription(() => ({
          title: title(),
          permalink: formatArchivePath(view().place),
          description: countedPosts(view().total),
        }));
        const isEmpty = (): boolean =>
          (view().total === 0 && view().place.year !== undefined) ||
          view().place.pageNumber > view().pageCount;
        const hrefOf = (page: number): string | undefined =>
          page < 1 || page > view().pageCount
            ? undefined
            : app.href(formatArchivePath({ ...view().place, pageNumber: page }));
        return (
          <Show when={!isEmpty()} fallback={<NotFoundPage />}>
            <div class="archive-page frame">
              <div class="columns">
                <div class="text-column">
                  <div class="masthead">
                    <h1 tabindex="-1">{title()}</h1>
                    <p>{countedPosts(view().total)}</p>
                  </div>
                  <Show when={view().place.year === undefined}>
                    <YearLinks overview={view().overview} />
                  </Show>
                </div>
              </div>
              <Show
                when={isListed(view().overview, view().place)}
                fallback={
                  <For each={yearsOf(view().overview, view().place.year)}>
                    {(year) => <MonthLinks year={year} most={findMost(view().overview.years)} />}
                  </For>
                }
              >
                <For each={[...groupByYear(view().rows)]}>
                  {([year, rows]) => (
                    <YearRows
                      year={year}
                      rows={rows}
                      // The posts of a month, on a page of its own, are counted above.
                      total={
                        view().place.month === undefined
                          ? countArchive(view().overview, { year, month: undefined })
                          : undefined
                      }
                      overview={view().overview}
                    />
                  )}
                </For>
              </Show>
              <OlderPosts
                older={hrefOf(view().place.pageNumber + 1)}
                newer={hrefOf(view().place.pageNumber - 1)}
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
              <a href={hrefOf(year.year)}>{formatYear(year.year, pageLanguage())}</a>
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
  readonly rows: readonly ArchiveRow[];
  /** Posts of the year, on other pages too; left out under one of its months. */
  readonly total: number | undefined;
  readonly overview: Overview;
}): JSX.Element {
  const app = useApp();
  const counted = (): YearCount | undefined => yearsOf(props.overview, props.year)[0];
  return (
    <section class="columns" aria-labelledby={`y${props.year}`}>
      <h2 id={`y${props.year}`}>
        {props.year === 0 ? strings.undated : formatYear(props.year, pageLanguage())}
        <Show when={props.total}>
          {(total) => (
            <>
              {' '}
              <span>{countedPosts(total())}</span>
              <Show when={counted()}>
                {(year) => (
                  <YearChart months={year().months} most={findMost(props.overview.years)} />
                )}
              </Show>
            </>
          )}
        </Show>
      </h2>
      <ol>
        <For each={props.rows}>
          {(row) => (
            <li>
              <Show when={row.day} fallback={<span />}>
                {(day) => <time datetime={day()}>{formatDay(day(), pageLanguage(), 'short')}</time>}
              </Show>
              <a href={app.href(row.permalink)} dir="auto" lang={row.language}>
                {row.title}
              </a>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

function MonthLinks(props: { readonly year: YearCount; readonly most: number }): JSX.Element {
  const app = useApp();
  const months = (): readonly { month: number; count: number }[] =>
    props.year.months
      .map((count, at) => ({ month: at + 1, count }))
      .filter((entry) => entry.count > 0)
      .toReversed();
  return (
    <section class="columns" aria-labelledby={`y${props.year.year}`}>
      <h2 id={`y${props.year.year}`}>
        {formatYear(props.year.year, pageLanguage())} <span>{countedPosts(props.year.count)}</span>
        <YearChart months={props.year.months} most={props.most} />
      </h2>
      <ol class="months">
        <For each={months()}>
          {(entry) => (
            <li>
              <a href={app.href(formatArchivePath({ year: props.year.year, month: entry.month }))}>
                {formatMonth(entry.month, pageLanguage())}
              </a>{' '}
              <span>{writeNumber(entry.count)}</span>
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
  return month === undefined ? formatYear(year, language) : formatMonth(month, language, year);
}

function readNumber(part: string | undefined): number | undefined {
  if (part === undefined) return undefined;
  return part === 'undated' ? 0 : Number(part);
}
