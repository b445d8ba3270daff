import { createAsync, type RouteSectionProps } from '@solidjs/router';
import { createSignal, For, type JSX, lazy, Show, startTransition } from 'solid-js';
import { isServer } from 'solid-js/web';
import type { KeywordCount } from '../../content/model/library.ts';
import { decodePath } from '../../content/site/permalink.ts';
import { type AppServices, createPageDescription, useApp } from '../frame/app-context.ts';
import { appPart, optionalPart } from '../frame/app-part.ts';
import { OlderPosts } from '../list/OlderPosts.tsx';
import { PostList } from '../list/PostList.tsx';
import { parsePageNumber, formatHomeState } from '../frame/home-state.ts';
import { createListGrowth, type ListGrowth } from '../list/list-growth.ts';
import { type ListView, loadListView } from '../list/load-list-view.ts';
import { countAbout, countedPosts, postsAbout, strings, writeNumber } from '../words/strings.ts';
import './KeywordPage.css';

const NotFoundPage = lazy(appPart(() => import('../list/NotFoundPage.tsx')));
const SaveHere = optionalPart(() => import('../saved/SaveHere.tsx'));

/** The posts that have one keyword. */
export default function KeywordPage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  // A slug that does not decode is no keyword's: none is empty.
  const slug = (): string => decodePath(props.params['slug'] ?? '') ?? '';
  const growth = createListGrowth(() => parsePageNumber(props.params['pageNumber']));
  const [attempt, setAttempt] = createSignal(0);
  const data = createAsync(() => {
    app.version();
    attempt();
    return loadKeywordView(app, slug(), growth);
  });

  return (
    <Show when={data()}>
      {(view) => {
        const name = (): string => view().names.get(view().slug) ?? view().slug;
        const path = (pageNumber: number): string =>
          `/keywords/${view().slug}/${pageNumber > 1 ? `page/${pageNumber}/` : ''}`;
        createPageDescription(() => ({
          title: postsAbout(name(), view().list.pageNumber),
          description: countAbout(view().list.total, [name()]),
          permalink: path(view().list.pageNumber),
          keyword: { name: name(), slug: view().slug },
        }));
        const hrefOf = (pageNumber: number): string | undefined =>
          pageNumber < 1 || pageNumber > view().list.pageCount
            ? undefined
            : app.href(path(pageNumber));
        return (
          <Show when={view().list.posts.length > 0} fallback={<NotFoundPage />}>
            <div class="keyword-page frame">
              <div class="columns">
                <div class="text-column">
                  <div class="masthead">
                    <h1 tabindex="-1" dir="auto">
                      {name()}
                    </h1>
                    <p>{countedPosts(view().list.total)}</p>
                  </div>
                </div>
              </div>
              <PostList posts={view().list.posts} />
              <OlderPosts
                older={hrefOf(view().list.pageNumber + 1)}
                newer={hrefOf(view().list.firstPage - 1)}
                onOlder={(event) => void growth.append(event, view().list)}
                failure={view().list.failure}
                onRetry={() =>
                  void growth.arrive(
                    startTransition(() => setAttempt((count) => count + 1)),
                    view().list,
                  )
                }
              />
              <Show when={app.isReady()}>
                <div class="columns">
                  <div class="text-column">
                    <SaveHere scope={{ kind: 'keyword', slug: view().slug, name: name() }} />
                  </div>
                </div>
              </Show>
              <Companions slug={view().slug} companions={view().list.companions ?? []} />
            </div>
          </Show>
        );
      }}
    </Show>
  );
}

interface KeywordView {
  readonly slug: string;
  readonly list: ListView;
  /** Names by slug, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
}

async function loadKeywordView(
  app: AppServices,
  slug: string,
  growth: ListGrowth,
): Promise<KeywordView> {
  const list = await loadListView(
    app.library,
    // Its first file has everything.
    (pageNumber) => ({ kind: 'keyword', slug, pageNumber, counts: 'common' }),
    growth.firstPage(),
    growth.lastPage(),
  );
  // The overview's names, and those of its own posts when this keyword is a rare one.
  const known = [...list.posts.flatMap((post) => post.keywords), ...list.overview.keywords];
  return { slug, list, names: new Map(known.map((keyword) => [keyword.slug, keyword.name])) };
}

/** Keywords that posts of this one also have, as links to the posts with both. */
function Companions(props: {
  readonly slug: string;
  readonly companions: readonly KeywordCount[];
}): JSX.Element {
  const app = useApp();
  // Without the app home cannot show the two together.
  const hrefOf = (other: string): string =>
    isServer ? app.href(`/keywords/${other}/`) : app.href('/') + pairQuery(props.slug, other);
  return (
    <Show when={props.companions.length > 0}>
      <div class="columns">
        <section class="often-together text-column" aria-labelledby="together">
          <h2 id="together">{strings.together}</h2>
          <ul>
            <For each={props.companions}>
              {(keyword) => (
                <li>
                  <a href={hrefOf(keyword.slug)} data-slug={keyword.slug}>
                    {keyword.name}
                  </a>{' '}
                  <span>{writeNumber(keyword.count)}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </div>
    </Show>
  );
}

function pairQuery(slug: string, other: string): string {
  return formatHomeState({ text: '', keywords: [slug, other], pageNumber: 1 }).slice(1);
}
