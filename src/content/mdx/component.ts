// Components of MDX that mean something here: pictures, notes, films, tabs. They become HTML or shortcodes, which know them.

import type { JsxTag, JsxValue } from './jsx-tag.ts';

/** Shortcodes by the names of the components that mean the same, in lower case and without `-` and `.`. */
const blockNames = new Map<string, string>([
  ...(
    'note info tip hint important warning caution danger success question callout admonition alert ' +
    'details spoiler accordion tabs quote blockquote steps filetree columns'
  )
    .split(' ')
    .map((name): [string, string] => [name, name]),
  ['aside', 'callout'],
  ['tab', 'tab'],
  ['tabitem', 'tab'],
  ['collapsible', 'details'],
  ['cardgrid', 'cards'],
]);

const embedNames = new Map<string, string>([
  ['youtube', 'youtube'],
  ['youtubeembed', 'youtube'],
  ['liteyoutubeembed', 'youtube'],
  ['vimeo', 'vimeo'],
  ['tweet', 'tweet'],
  ['gist', 'gist'],
]);

const pictureNames: ReadonlySet<string> = new Set(['image', 'img', 'picture', 'nextimage']);

/** Attributes that name a film or a message. */
const idNames = ['id', 'videoId', 'videoid', 'url', 'src', 'gistId'];
/** Attributes that hold the title of a part. */
const titleNames = ['title', 'label', 'summary', 'heading'];

/** Finds the file that a name was imported from. */
export type FindImport = (name: string) => string | undefined;

/**
 * The Markdown that stands for `tag`, a component: HTML or tags of shortcodes on one line; `undefined` for one that means
 * nothing here.
 */
export function translateTag(tag: JsxTag, findImport: FindImport): string | undefined {
  const name = tag.name.replace(/[-.]/g, '').toLowerCase();
  const block = blockNames.get(name) ?? blockNames.get(name.replace(/^callout/, ''));
  if (block !== undefined) return formatBlock(tag, block);
  if (tag.role === 'close') return embedNames.has(name) || pictureNames.has(name) ? '' : undefined;
  if (pictureNames.has(name)) return formatPicture(tag, findImport);
  const embed = embedNames.get(name);
  const id = findText(tag, idNames);
  if (embed !== undefined && id !== undefined && /^[^"\n\\{}]+$/.test(id))
    return `{{< ${embed} id="${id}" >}}`;
  const picture = formatUnknownPicture(tag, findImport);
  if (picture !== undefined) return picture;
  const title = findText(tag, titleNames);
  const link = findText(tag, ['href']);
  if (tag.role === 'whole' && title !== undefined && link !== undefined)
    return `<a href="${escapeQuotes(link)}">${escapeQuotes(title)}</a>`;
  return undefined;
}

/** The title of a component that is not known, which would else be lost. */
export function findTitle(tag: JsxTag): string | undefined {
  return tag.role === 'close' ? undefined : findText(tag, titleNames);
}

function formatBlock(tag: JsxTag, shortcode: string): string {
  if (tag.role === 'close') return `{{< /${shortcode} >}}`;
  const given = [...tag.attributes].flatMap(([key, value]): readonly string[] => {
    if (value.kind !== 'text' || !/^[^"\n\\{}]*$/.test(value.text)) return [];
    const name = key === 'label' || key === 'summary' ? 'title' : key;
    return /^(?:title|type|variant|kind|author|source)$/.test(name)
      ? [`${name === 'variant' || name === 'kind' ? 'type' : name}="${value.text}"`]
      : [];
  });
  return `{{< ${[shortcode, ...given].join(' ')} ${tag.role === 'whole' ? '/' : ''}>}}`;
}

const pictureFile = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** The picture that a component of any name shows, whose `src` is the file of one, with its caption. */
function formatUnknownPicture(tag: JsxTag, findImport: FindImport): string | undefined {
  const name = ['src', 'image', 'img', 'source'].find((each) =>
    pictureFile.test(resolve(tag.attributes.get(each), findImport) ?? ''),
  );
  const value = tag.attributes.get(name ?? '');
  if (tag.role !== 'whole' || value === undefined) return undefined;
  const caption = findText(tag, ['caption']);
  const picture = formatPicture(
    { ...tag, attributes: new Map([...tag.attributes, ['src', value]]) },
    findImport,
  );
  return caption === undefined || picture === undefined
    ? picture
    : `<figure>${picture}<figcaption>${escapeQuotes(caption)}</figcaption></figure>`;
}

function formatPicture(tag: JsxTag, findImport: FindImport): string | undefined {
  const source = resolve(tag.attributes.get('src'), findImport);
  if (source === undefined) return undefined;
  const kept = ['alt', 'title', 'width', 'height'].flatMap((name) => {
    const text = findText(tag, [name]);
    return text === undefined ? [] : [` ${name}="${escapeQuotes(text)}"`];
  });
  return `<img src="${escapeQuotes(source)}"${kept.join('')}>`;
}

/** The address that the value of an attribute is, by itself or by the name of an imported file. */
export function resolve(value: JsxValue | undefined, findImport: FindImport): string | undefined {
  if (value?.kind === 'text') return value.text;
  if (value?.kind !== 'code') return undefined;
  const [, name = ''] = /^([\w$]+)(?:\.(?:src|default|url))?$/.exec(value.code) ?? [];
  const [, path] =
    /^(?:await\s+)?(?:import|require)\(\s*["']([^"'\n]+)["']\s*\)/.exec(value.code) ?? [];
  return path ?? findImport(name);
}

/** `text`, which may have character references already, for an attribute or between tags. */
function escapeQuotes(text: string): string {
  return text.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function findText({ attributes }: JsxTag, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attributes.get(name);
    if (value?.kind === 'text' && value.text.trim() !== '') return value.text.trim();
  }
  return undefined;
}
