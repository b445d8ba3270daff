import { hostOf, parseUrl } from './html-policy.ts';
import type { LoadSettings } from './html-policy.ts';

/** Frames of other sites that a post may hold. Apart from `html-policy.ts`, as most posts hold none. */

/** Players and viewers that may be embedded: host, the start of the path, and how the address is put right. */
interface EmbedHost {
  readonly host: string;
  /** Start of the path an embed must have. */
  readonly path: string;
}

const embeds: readonly EmbedHost[] = [
  { host: 'www.youtube-nocookie.com', path: '/embed/' },
  { host: 'player.vimeo.com', path: '/video/' },
  { host: 'www.dailymotion.com', path: '/embed/' },
  { host: 'archive.org', path: '/embed/' },
  { host: 'embed.ted.com', path: '/' },
  { host: 'player.twitch.tv', path: '/' },
  { host: 'player.bilibili.com', path: '/' },
  { host: 'w.soundcloud.com', path: '/player/' },
  { host: 'open.spotify.com', path: '/embed' },
  { host: 'bandcamp.com', path: '/EmbeddedPlayer' },
  { host: 'codepen.io', path: '/' },
  { host: 'codesandbox.io', path: '/embed/' },
  { host: 'stackblitz.com', path: '/' },
  { host: 'jsfiddle.net', path: '/' },
  { host: 'observablehq.com', path: '/embed/' },
  { host: 'asciinema.org', path: '/a/' },
  { host: 'speakerdeck.com', path: '/player/' },
  { host: 'www.slideshare.net', path: '/slideshow/embed_code/' },
  { host: 'www.openstreetmap.org', path: '/export/embed' },
  { host: 'www.google.com', path: '/maps/embed' },
];

/** The `sandbox` every embed gets. The hosts are never ours, so its own origin gives it nothing of the page. */
export const embedSandbox = 'allow-scripts allow-same-origin allow-popups allow-presentation';

/** The `allow` every embed gets. */
export const embedAllow = 'fullscreen; picture-in-picture; encrypted-media';

/**
 * The address to embed for `src`, put right (https, no cookies), or `undefined` when its host is neither listed nor
 * in the settings.
 */
export function findEmbed(src: string, settings: LoadSettings): string | undefined {
  const url = parseUrl(src);
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  url.protocol = 'https:';
  if (isFrameHost(url.host, settings)) return url.href;
  if (url.port !== '') return undefined;
  if (/^(?:www\.|m\.)?youtube\.com$|^youtube-nocookie\.com$/.test(url.hostname)) {
    url.hostname = 'www.youtube-nocookie.com';
  }
  const embed = embeds.find(
    ({ host, path }) => url.hostname === host && url.pathname.startsWith(path),
  );
  if (embed === undefined) return undefined;
  if (url.hostname === 'player.vimeo.com') url.searchParams.set('dnt', '1');
  url.searchParams.delete('autoplay');
  return url.href;
}

/** Tells a host of the settings. The blog's own is none: a frame of it would be part of the blog, out of its sandbox. */
function isFrameHost(host: string, { frameHosts, url }: LoadSettings): boolean {
  if (frameHosts.length === 0 || host === hostOf(url ?? '')) return false;
  return frameHosts.some((name) =>
    name.startsWith('*') ? host.endsWith(name.slice(1)) : host === name,
  );
}
