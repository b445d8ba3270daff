import { slugHeading } from '../finish/heading-id.ts';

/** The id of the heading of this text on the page of its note. */
export function headingId(text: string): string {
  return slugHeading(text.replace(/[*`]|~~|==/g, ''));
}

/**
 * The id of the heading of this text in `body`, the Markdown of a note: its own, or that of its text; `undefined` where there
 * is none.
 */
export function findHeadingId(body: string, text: string): string | undefined {
  const lines = body.split('\n');
  const isCode = markFences(lines);
  const wanted = headingId(text);
  for (const [index, line] of lines.entries()) {
    const [, , words = '', own] = isCode[index] === true ? [] : (heading.exec(line) ?? []);
    if (words !== '' && headingId(words) === wanted) return own ?? wanted;
    // A heading with a line below it.
    const isUnderlined =
      isCode[index] !== true && /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1] ?? '');
    if (isUnderlined && line.trim() !== '' && headingId(line.trim()) === wanted) return wanted;
  }
  return undefined;
}

/**
 * What of `body`, the Markdown of a note, `fragment` names: the section of a heading, or with `^` the block of that id;
 * `undefined` where nothing bears the name.
 */
export function findSection(body: string, fragment: string): string | undefined {
  const lines = body.split('\n');
  const isCode = markFences(lines);
  return fragment.startsWith('^')
    ? findBlock(lines, isCode, fragment.slice(1))
    : findHeading(lines, isCode, headingId(fragment));
}

const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?(?:[ \t]*\{#([^{}\s]+)[^{}\n]*\})?[ \t]*$/;

function findHeading(
  lines: readonly string[],
  isCode: readonly boolean[],
  wanted: string,
): string | undefined {
  const levelAt = (index: number): number =>
    isCode[index] === true ? 0 : (heading.exec(lines[index] ?? '')?.[1]?.length ?? 0);
  const start = lines.findIndex(
    (line, index) => levelAt(index) > 0 && headingId(heading.exec(line)?.[2] ?? '') === wanted,
  );
  if (start === -1) return undefined;
  const level = levelAt(start);
  const end = lines.findIndex((_, index) => {
    const other = levelAt(index);
    return index > start && other > 0 && other <= level;
  });
  return lines.slice(start, end === -1 ? undefined : end).join('\n');
}

const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** The lines of the block that ends with the mark `^id`, or that stands above the mark on its own line. */
function findBlock(
  lines: readonly string[],
  isCode: readonly boolean[],
  id: string,
): string | undefined {
  const at = lines.findIndex((line, index) => {
    const end = line.trimEnd();
    return isCode[index] !== true && (end === `^${id}` || end.endsWith(` ^${id}`));
  });
  if (at === -1) return undefined;
  let last = at;
  const isAlone = lines[at]?.trim() === `^${id}`;
  if (isAlone) {
    last = at - 1;
    while (last > 0 && lines[last]?.trim() === '') last--;
  }
  let first = last;
  while (first > 0 && lines[first - 1]?.trim() !== '') {
    // Of a list the mark names one item, not all.
    if (!isAlone && listItem.test(lines[first] ?? '')) break;
    first--;
  }
  const text = lines.slice(first, last + 1).join('\n');
  return isAlone ? text : text.slice(0, text.lastIndexOf(`^${id}`)).trimEnd();
}

/** Tells of each line whether it is of a fence with code. */
function markFences(lines: readonly string[]): readonly boolean[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      return mark !== undefined;
    }
    if (mark?.startsWith(fence) === true && line.trim().endsWith(mark)) fence = undefined;
    return true;
  });
}
