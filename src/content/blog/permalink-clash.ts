import type { Problem } from '../model/problem.ts';
import { foldPath } from '../text/fold.ts';
import { nameSource } from '../model/post.ts';
import type { PostMeta } from '../model/post.ts';
import { isReserved } from '../site/reserved-address.ts';

/** The addresses of posts after clashes were resolved, and the problems reported. */
export interface ResolvedPermalinks {
  /** Only posts whose address had to change. */
  readonly permalinks: ReadonlyMap<PostMeta, string>;
  readonly problems: readonly Problem[];
}

/**
 * Gives every post an address of its own.
 *
 * The first in `metas` keeps a contested address, so that an old link stays right when a new post
 * arrives; the others keep their date in front of the last part (`/posts/2020-01-02-x/`), or get a
 * number behind it. Addresses that differ only in case clash too: some disks cannot tell them apart.
 */
export function resolveClashes(metas: readonly PostMeta[]): ResolvedPermalinks {
  const owners = new Map<string, PostMeta>();
  const contested: PostMeta[] = [];
  for (const meta of metas) {
    const key = foldPath(meta.permalink);
    if (owners.has(key) || isReserved(meta.permalink)) contested.push(meta);
    else owners.set(key, meta);
  }

  const permalinks = new Map<PostMeta, string>();
  const problems = contested.map((meta): Problem => {
    const owner = owners.get(foldPath(meta.permalink));
    const permalink = findFree(meta, owners);
    owners.set(foldPath(permalink), meta);
    permalinks.set(meta, permalink);
    return describeClash(meta, owner, permalink);
  });
  return { permalinks, problems };
}

function findFree(meta: PostMeta, owners: ReadonlyMap<string, PostMeta>): string {
  const isFree = (permalink: string): boolean =>
    !owners.has(foldPath(permalink)) && !isReserved(permalink);
  const end = meta.permalink.lastIndexOf('/', meta.permalink.length - 2) + 1;
  const folder = isReserved(meta.permalink) ? '/' : meta.permalink.slice(0, end);
  // `/2019/x.html` keeps its ending.
  const ending = /\/$|\.html?$/i.exec(meta.permalink)?.[0] ?? '';
  const slug = meta.permalink.slice(end, -ending.length) || meta.collection;
  const dated = meta.date === undefined ? slug : `${meta.date.day}-${slug}`;
  let permalink = `${folder}${dated}${ending}`;
  for (let number = 2; !isFree(permalink); number++) {
    permalink = `${folder}${dated}-${number}${ending}`;
  }
  return permalink;
}

function describeClash(meta: PostMeta, owner: PostMeta | undefined, permalink: string): Problem {
  const rival = owner === undefined ? 'the blog itself' : `\`${nameSource(owner)}\``;
  return {
    kind: 'permalink',
    severity: 'warning',
    file: nameSource(meta),
    message: `The address \`${meta.permalink}\` is taken by ${rival}; the post is at \`${permalink}\`.`,
    remedy: 'Give it a `slug` of its own.',
  };
}
