import { decodeEntities } from '../html/entity.ts';
import { cutText } from '../text/cut-text.ts';
import { escapeHtml } from '../model/html.ts';
import { fragmentToHref } from './link.ts';
import type { Heading } from '../model/post.ts';
import { formatTag } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';
import { createIdRegistry, slugHeading } from './heading-id.ts';
import type { ProblemLog } from './problem-log.ts';

/** Further headings of a body get no link to themselves and stand in no table of contents. */
export const maximumListed = 500;

/** Id of the heading over the notes at the foot, as `footnotes.ts` writes it. */
const notesId = 'fn';

/** Longest text of a heading in tables of contents, in UTF-16 code units. */
const longestListed = 300;

/**
 * The headings of a body while its HTML is written: their tags are left open in the output and put in when all are
 * known, since the level and the id of one depend on the others.
 */
export interface Headings {
  isHeading(name: string): boolean;
  /** Begins a heading at the end of `out`. */
  open(out: string[], name: string, facts: HeadingFacts): void;
  /** Ends the heading that is open, if one is. */
  close(out: string[]): void;
  /** Ends a heading left open by its block. */
  endBlock(out: string[]): void;
  /** HTML text, with character references, that belongs to the open heading. */
  addText(text: string): void;
  /** A footnote's number is no part of a heading's text. */
  enterReference(): void;
  leaveReference(): void;
  /** `attributes` of another element, whose id is taken from now on, without an id that is taken already. */
  dropTakenIds(attributes: readonly TagAttribute[]): readonly TagAttribute[];
  /** Writes all tags into `out`. A first `h1` that says `title` again goes. */
  finish(out: string[], title: string): readonly Heading[];
  /** The id in this body meant by `id`; `undefined` when there is none. After `finish`. */
  findId(id: string): string | undefined;
}

/** The facts of a heading that are known when it begins. */
export interface HeadingFacts {
  readonly attributes: readonly TagAttribute[];
  /** 0-based number of its block in the body. */
  readonly block: number;
  /** Whether tables of contents name it. */
  readonly isListed: boolean;
  /** Whether it is the handle of a fold, in which no link may lie. */
  readonly isHandle: boolean;
}

interface OpenHeading extends HeadingFacts {
  readonly level: number;
  /** Whether it is within the bound. */
  readonly isWithin: boolean;
  readonly openPlace: number;
  closePlace: number;
  text: string;
}

/** What tells a second id of the heading of a text, by which old links lead to it. */
interface OldIds {
  findOldId(text: string): string | undefined;
}

/**
 * No headings yet.
 *
 * @param linkName - name of the link of a heading to itself
 * @param log - where it is reported that there are too many
 */
export function createHeadings(linkName: string, oldIds: OldIds, log: ProblemLog): Headings {
  const all: OpenHeading[] = [];
  const ids = createIdRegistry();
  const loose = new Map<string, string>();
  let current: OpenHeading | undefined;
  let isReference = false;

  const close = (out: string[]): void => {
    if (current === undefined) return;
    current.closePlace = out.push('') - 1;
    current = undefined;
  };

  return {
    isHeading: (name) => /^h[1-6]$/.test(name),
    open(out, name, facts) {
      close(out);
      const openPlace = out.push('') - 1;
      const isWithin = all.length < maximumListed;
      if (!isWithin) reportLimit(log);
      current = { ...facts, level: Number(name[1]), isWithin, openPlace, closePlace: -1, text: '' };
      all.push(current);
    },
    close,
    endBlock: close,
    addText(text) {
      if (current !== undefined && !isReference) current.text += text;
    },
    enterReference() {
      isReference = true;
    },
    leaveReference() {
      isReference = false;
    },
    dropTakenIds: (attributes) =>
      attributes.filter(({ name, value }) => {
        if (name !== 'id' || value === undefined) return true;
        const isFree = !ids.has(value);
        if (isFree) ids.claim(value);
        return isFree;
      }),
    finish(out, title) {
      const kept = dropTitle(all, out, title);
      const levels = shiftLevels(kept.map(({ level }) => level));
      const named = kept.map((heading) => {
        const text = plainText(heading.text);
        const own = heading.attributes.find(({ name }) => name === 'id')?.value;
        // Thousands of empty headings are for no link.
        const isNamed = heading.isWithin || own !== undefined || text !== '';
        const id = isNamed ? ids.claim(own ?? slugHeading(text)) : undefined;
        if (id !== undefined) loose.set(loosen(id), id);
        return { heading, text, id, old: own === undefined && oldIds.findOldId(text) };
      });
      const own = new Set(named.filter(({ id }) => id !== notesId).map(({ text }) => text));
      return named.flatMap(({ heading, text, id, old }, index) => {
        const level = levels[index] ?? 2;
        // After those that links of today name.
        const oldId = old ? ids.claim(old) : undefined;
        if (oldId !== undefined) loose.set(loosen(oldId), oldId);
        writeHeading(out, heading, { level, id, oldId, linkName });
        // A part that the author called "Notes" is not followed by another of that name.
        const isEcho = id === notesId && own.has(text);
        const isListed = heading.isListed && heading.isWithin && text !== '' && !isEcho;
        return isListed && id !== undefined
          ? [{ level, id, text: cutText(text, longestListed) }]
          : [];
      });
    },
    findId: (id) => (ids.has(id) ? id : loose.get(loosen(id))),
  };
}

function plainText(html: string): string {
  return decodeEntities(html).replace(/\s+/g, ' ').trim();
}

/** Ids that differ only in case, in punctuation or in doubled hyphens were meant to be the same. */
function loosen(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The heading that merely repeats the title, when it comes first, is emptied out. */
function dropTitle(
  all: readonly OpenHeading[],
  out: string[],
  title: string,
): readonly OpenHeading[] {
  const [first, ...rest] = all;
  const isTitle =
    first !== undefined &&
    first.level === 1 &&
    first.block === 0 &&
    plainText(first.text).toLowerCase() === title.replace(/\s+/g, ' ').trim().toLowerCase();
  if (!isTitle) return all;
  for (let place = first.openPlace; place <= first.closePlace; place++) out[place] = '';
  return rest;
}

/** Levels from 2 without a gap: each heading is one below the nearest heading before it that was above it. */
export function shiftLevels(levels: readonly number[]): readonly number[] {
  const path: { readonly written: number; readonly level: number }[] = [];
  return levels.map((written) => {
    while ((path.at(-1)?.written ?? 0) >= written) path.pop();
    const level = Math.min(6, (path.at(-1)?.level ?? 1) + 1);
    path.push({ written, level });
    return level;
  });
}

function reportLimit(log: ProblemLog): void {
  log.report({
    kind: 'limit',
    severity: 'warning',
    subject: 'headings',
  });
}

interface HeadingLook {
  readonly level: number;
  readonly id: string | undefined;
  readonly oldId: string | undefined;
  readonly linkName: string;
}

function writeHeading(
  out: string[],
  heading: OpenHeading,
  { level, id, oldId, linkName }: HeadingLook,
): void {
  const rest = heading.attributes.filter(({ name }) => name !== 'id');
  const attributes = id === undefined ? rest : [{ name: 'id', value: id }, ...rest];
  const old = oldId === undefined ? '' : ` id="${escapeHtml(oldId)}"`;
  const anchor =
    id === undefined || !heading.isWithin || heading.isHandle
      ? old && `<span${old}></span>`
      : `<a class="anchor"${old} href="${escapeHtml(fragmentToHref(id))}" aria-label="${escapeHtml(linkName)}">¶</a>`;
  out[heading.openPlace] = formatTag(`h${level}`, attributes) + anchor;
  out[heading.closePlace] = `</h${level}>`;
}
