import { createAsync, type RouteSectionProps } from '@solidjs/router';
import { createSignal, For, type JSX, lazy, Show, startTransition } from 'solid-js';
import { isServer } from 'solid-js/web';
import type { KeywordCount } from '../../content/model/library.ts';
import { decodePath } from '../../content/site/permalink.ts';
import { createPageDescription, useApp } from '../frame/app-context.ts';
import { OlderPosts } from '../list/OlderPosts.tsx';
import { PostList } from '../list/PostList.tsx';
import { parsePageNumber, formatHomeState } from '../frame/home-state.ts';
import { createListGrowth } from '../list/list-growth.ts';
import { loadListView } from '../list/load-list-view.ts';
import { countAbout, countedPosts, postsAbout, strings } from '../words/strings.ts';
import './KeywordPage.css';

const NotFoundPage = lazy(() => import('../list/NotFoundPage.tsx'));

/** The posts that have one keyword. */
export default function KeywordPage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  // A slug that does not decode is no keyword's: none is empty.
  const slug = (): string => decodePath(props.params['slug'] ?? '') ?? '';
  const growth = createListGrowth(() => parsePageNumber(props.params['pageNumber']));
  const [attempt, setAttempt] = createSignal(0);
  const data = createAsync(async () => {
    app.version();
    attempt();
    const wanted = slug();
    const list = await loadListView(
      app.library,
      // Its first file has everything.
      (pageNumber) => ({ kind: 'keyword', slug: wanted, pageNumber, counts: 'common' }),
      growth.firstPage(),
      growth.lastPage(),
    );
    // The overview's names, and those of its own posts when this keyword is a rare one.
    const known = [...list.posts.flatMap((post) => post.keywords), ...list.overview.keywords];
    return {
      list,
      keywords: new Map(known.map((keyword) => [keyword.slug, keyword.name])),
      slug: wanted,
    };
  });

  return (
    <Show when={data()}>
      {(view) => {
        const name = (): string => view().keywords.get(view().slug) ?? view().slug;
        const path = (pageNumber: number): string =>
          `/keywords/${view().slug}/${pageNumber > 1 ? `page/${pageNumber}/` : ''}`;
        const companions = (): readonly KeywordCount[] => view().list.companions ?? [];
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
              <Show when={companions().length > 0}>
                <div class="columns">
                  <section class="often-together text-column" aria-labelledby="together">
                    <h2 id="together">{strings.together}</h2>
                    <ul>
                      <For each={companions()}>
                        {(keyword) => (
                          <li>
                            {/* Without the app home cannot show the two together. */}
                            <a
                              href={
                                isServer
                                  ? app.href(`/keywords/${keyword.slug}/`)
                                  : app.href('/') + pairQuery(view().slug, keyword.slug)
                              }
                              data-slug={keyword.slug}
                            >
                              {keyword.name}
                            </a>{' '}
                            <span>{keyword.count}</span>
                          </li>
                        )}
                      </For>
                    </ul>
                  </section>
                </div>
              </Show>
            </div>
          </Show>
        );
      }}
    </Show>
  );
}

function pairQuery(slug: string, other: string): string {
  return formatHomeState({ text: '', keywords: [slug, other], pageNumber: 1 }).slice(1);
}
