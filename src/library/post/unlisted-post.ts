import type { RenderOutcome } from '../../content/files/render-message.ts';
import type { PostFacts } from '../../content/model/library.ts';
import type { Collection, PostCard } from '../../content/model/post.ts';
import type { Http } from '../net/http.ts';
import { isNotFound } from '../net/library-error.ts';

/** A raw post and where it came from. */
export interface PostSource {
  readonly bytes: ArrayBuffer;
  readonly path: string;
  readonly collection: Collection;
}

/** The file that a post at `permalink` would be in: `posts/<slug>.md`, `posts/<slug>/index.md`, or a free page's. */
export async function findSource(http: Http, permalink: string): Promise<PostSource | undefined> {
  const whole = permalink.slice(1, -1);
  const slug = whole.slice(whole.lastIndexOf('/') + 1);
  if (slug === '') return undefined;
  const places = [
    { collection: 'posts', path: `${slug}.md` },
    { collection: 'posts', path: `${slug}/index.md` },
    // `/posts/x/` is no free page.
    ...(whole.startsWith('posts/')
      ? []
      : [
          { collection: 'pages', path: `${whole}.md` } as const,
          { collection: 'pages', path: `${whole}/index.md` } as const,
        ]),
  ] as const;
  const answers = await Promise.allSettled(
    places.map(async ({ collection, path }): Promise<PostSource> => ({
      collection,
      path,
      bytes: await http.loadBytes(`${collection}/${path}`),
    })),
  );
  const found = answers.find((answer) => answer.status === 'fulfilled');
  if (found !== undefined) return found.value;
  const failed = answers.find(
    (answer) => answer.status === 'rejected' && !isNotFound(answer.reason),
  );
  if (failed?.status === 'rejected') throw failed.reason;
  return undefined;
}

/** The facts around a post that has no record. */
export function createFacts(
  { collection, path }: PostSource,
  permalink: string,
  facts: RenderOutcome['facts'] | undefined,
): PostFacts {
  const slug = permalink.slice(permalink.lastIndexOf('/', permalink.length - 2) + 1, -1);
  const card: PostCard = {
    id: -1,
    path,
    title: slug,
    day: undefined,
    minutes: 1,
    keywords: [],
    summary: '',
    language: undefined,
    ...facts?.card,
    permalink,
  };
  return {
    collection,
    card,
    date: facts?.date,
    updated: facts?.updated,
    author: facts?.author,
    description: facts?.description,
    image: facts?.image,
    previous: undefined,
    next: undefined,
    related: [],
    series: undefined,
    translations: [],
    problems: [],
  };
}
