import type { Cache } from '../disk/cache.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { findAnchors } from './find-anchors.ts';
import type { Anchors } from './find-anchors.ts';
import { findHosts } from './find-hosts.ts';
import type { Hosts } from './find-hosts.ts';
import type { RenderedPost } from './render-post.ts';

/** All that a build needs of a rendered post beside its text: small, so that those of all posts are held in memory. */
export interface PostFacts extends Pick<
  RenderedPost,
  'problems' | 'findings' | 'references' | 'images' | 'missing' | 'needs' | 'languages' | 'vault'
> {
  /** Changes with all of the rendered post. */
  readonly hash: string;
  /** Hosts that the body loads from, one list a kind; `undefined` for none. */
  readonly hosts?: HostLists | undefined;
  /** Places of the body and links to other places; `undefined` for a body without HTML. */
  readonly anchors?: Anchors | undefined;
}

/** {@link Hosts} as lists, which the cache can keep. */
export type HostLists = { readonly [Kind in keyof Hosts]: readonly string[] };

/** The facts of a rendered post. @param hash - as {@link Cache.save} gives it */
export function createFacts(rendered: RenderedPost, hash = hashRendered(rendered)): PostFacts {
  const { problems, findings, references, images, missing, needs, languages } = rendered;
  const { vault, body } = rendered;
  const { frames, images: pictures, media } = findHosts(body);
  const hosts = { frames: [...frames], images: [...pictures], media: [...media] };
  return {
    hash,
    problems,
    findings,
    references,
    images,
    missing,
    needs,
    languages,
    ...(vault && { vault }),
    ...(Object.values(hosts).some(({ length }) => length > 0) && { hosts }),
    ...(body.kind === 'html' && { anchors: findAnchors(String(body.html.content)) }),
  };
}

/** The hosts that a body loads from. */
export function hostsOf({ hosts }: PostFacts): Hosts {
  return {
    frames: new Set(hosts?.frames),
    images: new Set(hosts?.images),
    media: new Set(hosts?.media),
  };
}

function hashRendered(rendered: RenderedPost): string {
  return hashBytes(JSON.stringify(rendered));
}

/** Facts kept from build to build under the keys of the rendered posts, in one file: bodies are read when they are needed. */
export interface FactsTable {
  find(key: string): PostFacts | undefined;
  note(key: string, facts: PostFacts): void;
  /** Keeps what was found or noted since the start for the next build. */
  save(): void;
}

/** The facts that the last build kept in `cache`. Without one nothing is kept. */
export function openFactsTable(cache: Cache | undefined): FactsTable {
  const key = hashBytes('facts');
  const known = new Map(parseKept(cache?.load(key)));
  const next = new Map<string, PostFacts>();
  return {
    find(name) {
      const facts = next.get(name) ?? known.get(name);
      if (facts !== undefined) next.set(name, facts);
      return facts;
    },
    note: (name, facts) => void next.set(name, facts),
    save: () => cache?.save(key, [...next]),
  };
}

/** The list that the cache gave back, whose hash it has checked; nothing when there is none. */
function parseKept(value: unknown): readonly (readonly [string, PostFacts])[] {
  return Array.isArray(value) ? (value as readonly (readonly [string, PostFacts])[]) : [];
}
