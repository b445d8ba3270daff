import { toDestination } from './media.ts';
import { findSection } from './note-section.ts';
import { formatLabel } from './parse-wiki-link.ts';
import type { WikiLink } from './parse-wiki-link.ts';

/** A note that is shown within another one. */
export interface EmbeddedNote {
  readonly link: WikiLink;
  /** Path of its file, such as `posts/folder/Note.md`. */
  readonly source: string;
  /** Its address, for Markdown, with the place in it. */
  readonly href: string;
  /** Its Markdown. */
  readonly body: string;
  /** Tells the footnotes of this note from those of others. */
  readonly number: number;
}

/** Longer texts are not shown within others, in UTF-16 code units. */
export const longestEmbed = 40_000;

/** The Markdown of `note`, or of the section that is asked for, to be shown elsewhere; `undefined` where there is no such section. */
export function takeText({ link, source, href, body, number }: EmbeddedNote): string | undefined {
  const { fragment } = link;
  const taken = fragment === undefined ? body : findSection(body, fragment);
  if (taken === undefined || taken.length > longestEmbed) return undefined;
  const text = addNotes(dropFirstHeading(taken, fragment), body);
  const folder = `/${source.slice(0, source.lastIndexOf('/') + 1)}`;
  return changeProse(text.trim(), (line) =>
    moveAddresses(lowerHeading(line), { folder, href }).replace(
      /\[\^([^\]\s]{1,120})\]/g,
      (_, label: string) => `[^${label}-${number}]`,
    ),
  );
}

/** Where a quotation stands. */
export interface QuotePlace {
  readonly link: WikiLink;
  /** Of the note, for Markdown. */
  readonly address: string;
  /** What each line but the first begins with. */
  readonly prefix: string;
}

/** `text`, Markdown of another note, as a quotation that names where it is from. */
export function formatQuote(text: string, { link, address, prefix }: QuotePlace): string {
  const lines = [`[${formatLabel(link)}](${address})`, '', ...text.split('\n')];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join(`\n${prefix}`);
}

/** The title of the note, or the heading that was asked for, stands in the link above the text. */
function dropFirstHeading(text: string, fragment: string | undefined): string {
  const isSection = fragment !== undefined && !fragment.startsWith('^');
  return text.replace(isSection ? /^ {0,3}#{1,6}[ \t][^\n]*/ : /^\s*#[ \t][^\n]*/, '');
}

/** `text` with those footnotes of `body`, its whole note, that it refers to and lacks. */
function addNotes(text: string, body: string): string {
  const labels = new Set(
    Array.from(text.matchAll(/\[\^([^\]\s]{1,120})\]/g), ([, label = '']) => label),
  );
  if (labels.size === 0) return text;
  const definition = /^ {0,3}\[\^([^\]\s]{1,120})\]:[^\n]*(?:\n(?: {2,}|\t)[^\n]*)*/gm;
  const own = new Set(Array.from(text.matchAll(definition), ([, label = '']) => label));
  const added = Array.from(body.matchAll(definition)).filter(
    ([, label = '']) => labels.has(label) && !own.has(label),
  );
  return [text, ...added.map(([note]) => note)].join('\n\n');
}

/** Changes the lines of `text` that are not of a fence with code. */
function changeProse(text: string, change: (line: string) => string): string {
  let fence: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence !== undefined) {
        if (mark?.startsWith(fence) === true) fence = undefined;
        return line;
      }
      fence = mark;
      return mark === undefined ? change(line) : line;
    })
    .join('\n');
}

/** A heading of another note is none of this one's: it stands in bold. */
function lowerHeading(line: string): string {
  return line.replace(
    /^( {0,3})#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?(?:[ \t]*\{[#.][^{}\n]*\})?[ \t]*$/,
    (whole, space: string, text: string) =>
      text === '' || text.includes('**') ? whole : `\n${space}**${text}**\n`,
  );
}

interface Place {
  /** Folder of the note in the tree of sources, with `/` at both ends. */
  readonly folder: string;
  /** Address of the note. */
  readonly href: string;
}

/** Addresses seen from the note's folder, seen from anywhere. */
function moveAddresses(line: string, { folder, href }: Place): string {
  const move = (address: string): string => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/|@\/)/i.test(address)) return address;
    if (address.startsWith('#')) return href.replace(/#.*$/s, '') + address;
    return toDestination(folder) + address;
  };
  return line
    .replace(/(\]\(<?)([^\s()<>]+)/g, (_, open: string, address: string) => open + move(address))
    .replace(
      /^( {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]*<?)([^\s<>]+)/,
      (_, open: string, address: string) => open + move(address),
    )
    .replace(
      /(\s(?:src|href)=["'])([^"'\s]+)/gi,
      (_, open: string, address: string) => open + move(address),
    );
}
