import type { Problem } from '../../content/model/problem.ts';
import { tally } from '../../content/model/tally.ts';

/** What of a published post tells whether an address was meant for it. */
export interface KnownPost {
  /** Within its folder. */
  readonly path: string;
  readonly permalink: string;
  /** `YYYY-MM-DD`; `undefined` for an undated post. */
  readonly day: string | undefined;
}

/** Fewer addresses that a pattern fits may be chance. */
const fewestFits = 3;
/** And so is a smaller share of all. */
const smallestShare = 0.2;

/**
 * The likely cause of `problems`, which say the same, as a sentence; `undefined` when there is none to see. Of links that
 * lead to nothing it is a pattern of addresses that the blog had elsewhere.
 */
export function findLikelyCause(
  problems: readonly Problem[],
  posts: readonly KnownPost[],
): string | undefined {
  const written = problems.flatMap(({ kind, subject }) =>
    kind === 'link' && subject?.startsWith('/') === true ? [subject] : [],
  );
  if (written.length < fewestFits) return undefined;
  const byName = namePosts(posts);
  const patterns = tally(written.flatMap((address) => findPattern(address, byName) ?? []));
  const [best] = [...patterns].toSorted(([, a], [, b]) => b - a);
  if (best === undefined) return undefined;
  const [pattern, count] = best;
  if (count < fewestFits || count < problems.length * smallestShare) return undefined;
  return `The addresses of posts have another pattern: with \`permalink = "${pattern}"\` in \`site.toml\`, ${count} of the ${problems.length} would lead to one.`;
}

/** A post under one of its names, and the token of patterns that stands for such names. */
interface NamedPost {
  readonly post: KnownPost;
  readonly token: ':slug' | ':filename';
}

function namePosts(posts: readonly KnownPost[]): ReadonlyMap<string, NamedPost> {
  const byName = new Map<string, NamedPost>();
  for (const post of posts) {
    const file = post.path
      .replace(/(?:\/_?index)?(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/, '')
      .split('/')
      .at(-1);
    const filename = (file ?? '').toLowerCase();
    const slug = post.permalink.split('/').at(-2)?.toLowerCase() ?? '';
    const dateless = filename.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]/, '');
    if (dateless !== filename) byName.set(filename, { post, token: ':filename' });
    for (const name of [slug, dateless]) byName.set(name, { post, token: ':slug' });
  }
  return byName;
}

/** The pattern by which `address` is that of a post, other than the one it has. */
function findPattern(address: string, byName: ReadonlyMap<string, NamedPost>): string | undefined {
  const path = address.replace(/[?#].*$/, '').replace(/(?:\/index)?\.html?$/, '');
  const parts = path.split('/').filter((part) => part !== '');
  const name = parts.pop()?.toLowerCase() ?? '';
  const found = byName.get(name);
  if (found === undefined) return undefined;
  const { post, token } = found;
  if (post.permalink === `/${[...parts, name].join('/')}/`) return undefined;
  const [year, month, day] = post.day?.split('-') ?? [];
  const tokens = parts.map((part, index) => {
    if (part === year) return ':year';
    if (part === month && parts[index - 1] === year) return ':month';
    return part === day && parts[index - 1] === month ? ':day' : part;
  });
  return `/${[...tokens, token].join('/')}/`;
}
