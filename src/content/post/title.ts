import { decodeEntities } from '../html/entity-names.ts';
import { readInline } from '../plain/inline-text.ts';
import { createLabelTest } from '../plain/link-labels.ts';
import { readBlocks } from '../plain/markdown-blocks.ts';
import type { InlineOptions } from '../plain/inline-text.ts';
import { humanize } from '../text/slug.ts';

/** A post's title and where it is from. */
export interface TitleReading {
  readonly title: string;
  readonly source: 'front-matter' | 'heading' | 'file-name';
}

/** The facts that a title depends on beside the text. */
export interface TitleOptions {
  /** File name without date, language and extension. */
  readonly name: string;
  /** Characters by emoji name. */
  readonly emoji?: InlineOptions['emoji'];
  /** Name of the file as written, for a note of a vault, which is named by its file unless it begins with its title. */
  readonly noteName?: string | undefined;
}

/** A heading is looked for in that many characters of the body. */
const longestSearch = 32_768;

const formatting =
  /<(em|i|b|strong|code|span|small|sub|sup|mark|cite|abbr|kbd|u)(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;

/**
 * The title of a post: of the front matter, else of the first heading of the body, else of the file name.
 * Plain text; Markdown in a front matter's title stays as written, as generators leave it.
 *
 * @param given - `title` of the front matter
 */
export function readTitle(
  given: string | undefined,
  body: string,
  { name, emoji, noteName }: TitleOptions,
): TitleReading {
  const written = given === undefined ? '' : cleanTitle(given);
  if (written !== '') return { title: written, source: 'front-matter' };
  const found = findHeading(noteName === undefined ? body : takeFirstHeading(body), emoji);
  if (found !== undefined) return { title: found, source: 'heading' };
  return { title: noteName ?? (humanize(name) || 'Untitled'), source: 'file-name' };
}

/** The first line with words, if it is a heading of the first level. */
function takeFirstHeading(body: string): string {
  return /^\s*(#[ \t][^\n]*)/.exec(body.slice(0, longestSearch))?.[1] ?? '';
}

/** Jekyll puts a title on the page as HTML, so titles hold character references and formatting tags. */
function cleanTitle(title: string): string {
  const text = title.includes('<')
    ? title.replace(formatting, '$2').replace(formatting, '$2')
    : title;
  return decodeEntities(text.replace(/<br ?\/?>/gi, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text of the first heading that is not within a quote or list. */
function findHeading(body: string, emoji: InlineOptions['emoji']): string | undefined {
  const options = { isDefined: createLabelTest(body), emoji };
  for (const block of readBlocks(body.slice(0, longestSearch))) {
    const title =
      block.kind === 'heading' && !block.isNested ? readInline(block.text, options) : '';
    if (title !== '') return title;
  }
  return undefined;
}
