import { escapeMarkdown } from './parse-wiki-link.ts';
import type { WikiLink } from './parse-wiki-link.ts';

const pictureName = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;
const filmName = /\.(?:mp4|webm|ogv|mov|m4v|mkv)$/i;
const soundName = /\.(?:mp3|wav|m4a|ogg|flac|3gp|opus|aac)$/i;

const size = /^(\d{1,5})(?:x(\d{1,5}))?$/;

/** The Markdown that shows the file at `href` as `link` asks: a picture at its size, a film, a sound, else a link. */
export function formatMedia(link: WikiLink, href: string): string {
  const parts = (link.label ?? '').split('|').map((part) => part.trim());
  const [, width, height] = size.exec(parts.at(-1) ?? '') ?? [];
  const words = (width === undefined ? parts : parts.slice(0, -1)).filter((part) => part !== '');
  const name = link.name.slice(link.name.lastIndexOf('/') + 1);
  if (filmName.test(href)) return `<video controls src="${href}"></video>`;
  if (soundName.test(href)) return `<audio controls src="${href}"></audio>`;
  if (!pictureName.test(href)) return `[${escapeMarkdown(words.join(' ') || name)}](${href})`;
  const text = words.join(' ') || escapeMarkdown(name.replace(/\.[^.]*$/, ''));
  const sizes = [
    ...(width === undefined ? [] : [`width="${width}"`]),
    ...(height === undefined ? [] : [`height="${height}"`]),
  ];
  return `![${text}](${href})${sizes.length === 0 ? '' : `{:${sizes.join(' ')}}`}`;
}

/** `path`, decoded and with `/` at the start, as an address that Markdown reads whole. */
export function toDestination(path: string): string {
  return encodeURI(path).replace(
    /[()?#[\]|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
