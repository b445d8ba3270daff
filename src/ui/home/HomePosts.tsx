import { createMemo, type JSX } from 'solid-js';
import { OlderPosts } from '../list/OlderPosts.tsx';
import { PostList } from '../list/PostList.tsx';
import { useHome } from './home-context.ts';

/** The list half of the home page: the posts that have the selected keywords, and the way to older ones. */
export function HomePosts(): JSX.Element {
  const { address, choice, list, moves, view } = useHome();
  // Until the address follows, the list that was waited for: what is below the screen comes after its paint.
  const posts = createMemo(() =>
    choice.isAhead() && view().selected === choice.listed().keywords
      ? view().posts.slice(0, moves.screenful())
      : view().posts,
  );
  const hrefOf = (pageNumber: number): string | undefined =>
    pageNumber < 1 || pageNumber > view().pageCount
      ? undefined
      : address.hrefOf({ text: '', keywords: view().selected, pageNumber });
  return (
    <>
      <PostList posts={posts()} pinned={view().pinned} />
      <OlderPosts
        older={hrefOf(view().pageNumber + 1)}
        newer={hrefOf(view().firstPage - 1)}
        onOlder={(event) => void list.growth.append(event, view())}
        failure={view().failure}
        onRetry={() => void list.growth.arrive(list.retry(), view())}
      />
    </>
  );
}
