import type { Library, ListRequest, Overview, PostList } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';

/** Some consecutive pages of a list as one, with what is known of the blog. */
export interface ListView extends Omit<PostList, 'posts'> {
  readonly overview: Overview;
  readonly posts: readonly PostCard[];
  /** First page that is in `posts`; `pageNumber` is the last. */
  readonly firstPage: number;
  /** The reason why the pages after those in `posts` did not come, when they should have. */
  readonly failure?: unknown;
}

/**
 * Pages `firstPage` to `lastPage` of the list that `request` asks for page by page, all of one build. When
 * a further page fails, those before it are given with the `failure`; rejects when the first one does.
 */
export async function loadListView(
  library: Library,
  request: (pageNumber: number) => ListRequest,
  firstPage: number,
  lastPage: number,
): Promise<ListView> {
  const load = (): Promise<ListPages> => loadPages(library, request, firstPage, lastPage);
  const answer = await load();
  // When the blog was published anew in between, a post would be there twice, or missing.
  const { overview, pages, failure } = answer.isMixed ? await load() : answer;
  const posts = pages.flatMap((page) => page.posts);
  return { ...(pages.at(-1) ?? pages[0]), posts, overview, firstPage, failure };
}

/** Pages of a list, the first of them there for certain. */
interface ListPages extends Pick<ListView, 'overview' | 'failure'> {
  readonly pages: readonly [PostList, ...PostList[]];
  /** True if they may be of two builds. */
  readonly isMixed: boolean;
}

async function loadPages(
  library: Library,
  request: (pageNumber: number) => ListRequest,
  firstPage: number,
  lastPage: number,
): Promise<ListPages> {
  const numbers = Array.from({ length: lastPage - firstPage }, (_, at) => firstPage + 1 + at);
  const [overview, first, ...others] = await Promise.all([
    library.loadOverview(),
    library.loadList(request(firstPage)),
    ...numbers.map((pageNumber) => settle(library.loadList(request(pageNumber)))),
  ]);
  const pages: [PostList, ...PostList[]] = [first];
  let failure: unknown;
  for (const { page, error } of others) {
    if (page === undefined) {
      failure = error;
      break;
    }
    pages.push(page);
  }
  const latest = await library.loadOverview().catch(() => overview);
  const isMixed =
    latest.buildId !== overview.buildId || pages.some(({ total }) => total !== first.total);
  return { overview, pages, failure, isMixed };
}

/** A page of a list, or why it did not come. */
type SettledPage =
  | { readonly page: PostList; readonly error?: undefined }
  | { readonly page: undefined; readonly error: unknown };

function settle(loading: Promise<PostList>): Promise<SettledPage> {
  return loading.then(
    (page) => ({ page }),
    (error: unknown) => ({ page: undefined, error: error ?? new Error('It did not come.') }),
  );
}
