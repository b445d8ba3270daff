import { hostOf } from '../../content/html/html-policy.ts';
import { parseSrcset } from '../../content/html/srcset.ts';
import type { PostBody } from '../../content/model/library.ts';
import type { Site } from '../../content/site/site.ts';
import { decodeEntities } from '../../content/html/entity-names.ts';

/** Hosts that pages load from, each with its port if it has one. */
export interface Hosts {
  readonly frames: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
}

/** A tag of sanitized HTML that loads, up to its end: no value of it holds `>` or `"` unescaped. */
const loading = /<(iframe|img|source|audio|video|track)\s([^>]*)>/g;
const address = /(?:^|\s)(?:data-)?(src|srcset|poster)="([^"]*)"/g;

/** The hosts that the body of a post loads frames, pictures, and sound or film from. Linear in its length. */
export function findHosts(body: PostBody): Hosts {
  const hosts = { frames: new Set<string>(), images: new Set<string>(), media: new Set<string>() };
  if (body.kind !== 'html') return hosts;
  for (const [, tag = '', attributes = ''] of String(body.html.content).matchAll(loading)) {
    for (const [, name = '', value = ''] of attributes.matchAll(address)) {
      const kind = kindOf(tag, name);
      const written = decodeEntities(value);
      const urls = name === 'srcset' ? parseSrcset(written).map(({ url }) => url) : [written];
      for (const host of urls.map(hostOf)) if (host !== undefined) hosts[kind].add(host);
    }
  }
  return hosts;
}

function kindOf(tag: string, attribute: string): keyof Hosts {
  if (tag === 'iframe') return 'frames';
  return tag === 'img' || attribute !== 'src' ? 'images' : 'media';
}

/** The hosts of all of `found`. */
export function joinHosts(found: Iterable<Hosts>): Hosts {
  const all = { frames: new Set<string>(), images: new Set<string>(), media: new Set<string>() };
  for (const hosts of found) {
    for (const host of hosts.frames) all.frames.add(host);
    for (const host of hosts.images) all.images.add(host);
    for (const host of hosts.media) all.media.add(host);
  }
  return all;
}

/** Hosts that pages may ask for something: those of posts, and of the services that the settings name. */
export interface PageHosts extends Hosts {
  /** Asked by the app's own requests. */
  readonly services: ReadonlySet<string>;
}

/** `hosts` with those that the settings name: an address in a post may lead on to another host. */
export function addHosts(hosts: Hosts, site: Site): PageHosts {
  const { comments, counter } = site;
  return {
    frames: new Set([...hosts.frames, ...site.frameHosts, ...listHosts(comments?.url)]),
    images: new Set([...hosts.images, ...site.imageHosts]),
    media: new Set([...hosts.media, ...site.mediaHosts]),
    services: new Set(listHosts(counter?.url)),
  };
}

function listHosts(url: string | undefined): readonly string[] {
  return url === undefined ? [] : [new URL(url).host];
}
