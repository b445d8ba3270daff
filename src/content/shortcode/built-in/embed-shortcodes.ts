import { escapeHtml } from '../../model/html.ts';
import { argument, attribute, html, inline } from '../base/call.ts';
import type { Call, Expansion, Shortcode } from '../base/call.ts';

/** Players that may be framed; `html-policy.ts` has the last word on their hosts. */
const players: readonly (readonly [names: string, title: string, id: RegExp, address: string])[] = [
  [
    'youtube lite-youtube youtubelite youtube-lite yt',
    'YouTube video',
    /(?:[?&]v=|youtu\.be\/|\/embed\/|\/shorts\/|\/live\/|^)([\w-]{11})(?![\w-])/,
    'https://www.youtube-nocookie.com/embed/',
  ],
  [
    'vimeo',
    'Vimeo video',
    /(?:^|vimeo\.com\/(?:video\/)?)(\d{4,12})\b/,
    'https://player.vimeo.com/video/',
  ],
  [
    'dailymotion',
    'Dailymotion video',
    /(?:^|\/video\/)([a-zA-Z0-9]{4,12})\b/,
    'https://www.dailymotion.com/embed/video/',
  ],
  [
    'bilibili',
    'Bilibili video',
    /(?:^|\/video\/)(BV[a-zA-Z0-9]{8,12})\b/,
    'https://player.bilibili.com/player.html?bvid=',
  ],
];

/** Places that are linked to, because showing them would take a script of theirs. */
const links: readonly (readonly [names: string, label: string, id: RegExp, address: string])[] = [
  [
    'gist',
    'Gist',
    /^(?:https:\/\/gist\.github\.com\/)?((?:[\w-]+\/)?[\da-f]{5,40})/i,
    'https://gist.github.com/',
  ],
  ['instagram', 'Instagram post', /(?:^|\/p\/)([\w-]{5,20})\/?$/, 'https://www.instagram.com/p/'],
  ['codepen', 'CodePen', /^([\w-]+\/(?:pen\/)?\w+)$/, 'https://codepen.io/'],
  ['jsfiddle', 'JSFiddle', /^([\w-]+(?:\/[\w-]+)*)\/?$/, 'https://jsfiddle.net/'],
  ['asciinema', 'Asciinema recording', /(?:^|\/a\/)(\w+)$/, 'https://asciinema.org/a/'],
  ['speakerdeck', 'Slides', /^([\w-]+\/[\w-]+)$/, 'https://speakerdeck.com/'],
  ['streamable', 'Video', /^(\w+)$/, 'https://streamable.com/'],
];

/** Videos, posts and code of other sites. */
export const embedShortcodes: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ...players.flatMap(([names, title, id, address]) =>
    names
      .split(' ')
      .map((name): [string, Shortcode] => [name, (call) => showPlayer(call, title, id, address)]),
  ),
  ...links.map(([name, label, id, address]): [string, Shortcode] => [
    name,
    (call) => showLink(call, label, id, address),
  ]),
  ...['tweet', 'x', 'twitter', 'x_simple', 'twitter_simple'].map((name): [string, Shortcode] => [
    name,
    showTweet,
  ]),
  ['vimeo_simple', (call) => embedShortcodes.get('vimeo')?.(call)],
  ['instagram_simple', (call) => embedShortcodes.get('instagram')?.(call)],
]);

function showPlayer(
  call: Call,
  title: string,
  pattern: RegExp,
  address: string,
): Expansion | undefined {
  const written = argument(call, 'id', 'video', 'url', 0) ?? '';
  const list = argument(call, 'playlist');
  const id = pattern.exec(written)?.[1];
  if (id === undefined) {
    call.report(
      `\`${call.name}\` is given \`${written}\`, which is no address or number of a video.`,
      'Write the number that stands in its address.',
    );
    return undefined;
  }
  const start = /^\d{1,6}$/.exec(argument(call, 'start', 't', 'time') ?? '')?.[0];
  const query = [
    start === undefined ? '' : `start=${start}`,
    list === undefined ? '' : `list=${encodeURIComponent(list.replace(/\p{Surrogate}/gu, ''))}`,
  ].filter((part) => part !== '');
  const source = address + id + (query.length === 0 ? '' : `?${query.join('&')}`);
  const label = argument(call, 'title', 'label') ?? title;
  const frame = `<iframe${attribute('src', source)}${attribute('title', label)}></iframe>`;
  return call.isBlock
    ? { kind: 'block', parts: [html(frame)] }
    : inline(formatLink(watchAddress(call, id, source), label));
}

/** Where there is no room for a player there is a link to it. */
function watchAddress(call: Call, id: string, source: string): string {
  return /^(?:yt|.*youtube)/i.test(call.name) ? `https://www.youtube.com/watch?v=${id}` : source;
}

function showLink(
  call: Call,
  label: string,
  pattern: RegExp,
  address: string,
): Expansion | undefined {
  const words = call.args.positional.filter((value) => typeof value === 'string');
  const owner = argument(call, 'user', 'owner');
  const given = argument(call, 'id', 'url', 'pen', 'hash', 'slug');
  const joined =
    given === undefined
      ? words.slice(0, 2).join('/')
      : owner === undefined
        ? given
        : `${owner}/${given}`;
  const id = (pattern.exec(joined) ?? pattern.exec(words[0] ?? ''))?.[1];
  if (id === undefined) {
    call.report(
      `\`${call.name}\` is given \`${joined}\`, which names nothing there.`,
      'Write what stands in its address.',
    );
    return undefined;
  }
  return inline(formatLink(address + id, `${label} ${id}`));
}

function showTweet(call: Call): Expansion | undefined {
  const given = argument(call, 'id', 'url', 0) ?? '';
  const second = argument(call, 1) ?? '';
  const id = /(?:^|\/status(?:es)?\/)(\d{5,25})/.exec(given)?.[1] ?? /^\d{5,25}$/.exec(second)?.[0];
  const user =
    /^@?(\w{1,15})$/.exec(argument(call, 'user') ?? '')?.[1] ??
    /(?:twitter|x)\.com\/(\w{1,15})\//.exec(given)?.[1] ??
    (second === '' ? undefined : /^@?([A-Za-z_]\w{0,14})$/.exec(given)?.[1]);
  if (id === undefined) {
    call.report(
      `\`${call.name}\` is given \`${given}\`, which is no number of a post on X.`,
      'Write `user="name" id="number"`.',
    );
    return undefined;
  }
  const label = user === undefined ? `Post ${id} on X` : `Post by @${user} on X`;
  return inline(formatLink(`https://x.com/${user ?? 'i/web'}/status/${id}`, label));
}

function formatLink(address: string, label: string): string {
  return `<a${attribute('href', address)}>${escapeHtml(label)}</a>`;
}
