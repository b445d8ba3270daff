import { decodeEntities } from '../text/entity.ts';
import { toPlainText } from '../text/plain-text.ts';
import { humanize } from '../text/slug.ts';

/** A post's title and where it is from. */
export interface TitleReading {
  readonly title: string;
  readonly source: 'front-matter' | 'heading' | 'file-name';
}

/** A heading is looked for in that many characters of the body. */
const longestSearch = 32_768;

const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const formatting =
  /<(em|i|b|strong|code|span|small|sub|sup|mark|cite|abbr|kbd|u)(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;

/**
 * The title of a post: of the front matter, else of the first heading of the body, else of the file name.
 * Plain text; Markdown in a front matter's title stays as written, as generators leave it.
 *
 * @param given - `title` of the front matter
 * @param name - file name without date, language and extension
 */
export function readTitle(given: string | undefined, body: string, name: string): TitleReading {
  const written = given === undefined ? '' : cleanTitle(given);
  if (written !== '') return { title: written, source: 'front-matter' };
  const found = findHeading(body);
  if (found !== undefined) return { title: found, source: 'heading' };
  return { title: humanize(name) || 'Untitled', source: 'file-name' };
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

/** Text of the first ATX or setext heading outside of code. */
function findHeading(body: string): string | undefined {
  const lines = body.slice(0, longestSearch).split(/\r?\n/);
  let [fence, previous] = ['', ''];
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) === true) fence = '';
      continue;
    }
    if (mark !== undefined) fence = mark;
    const text = heading.exec(line)?.[2]?.replace(/[ \t]#+[ \t]*$/, '');
    const isUnderline = /^ {0,3}(?:=+|-{2,})\s*$/.test(line) && previous !== '';
    const title = text ?? (isUnderline ? previous : undefined);
    const plain = title === undefined ? '' : toPlainText(title);
    if (plain !== '') return plain;
    previous = /^(?: {4}|\t|\s*(?:[-*+>|#]|\d+[.)]\s))/.test(line) ? '' : line.trim();
  }
  return undefined;
}
