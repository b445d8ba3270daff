import type { Expansion, Part } from './base/call.ts';
import { joinRows } from './base/join-rows.ts';
import type { TagNode } from './tags/match-tags.ts';
import { isBlockHtml, trimFragment } from './base/output.ts';
import type { BlockPart, Fragment, Output } from './base/output.ts';
import type { Reporter } from './base/reporter.ts';

/** The text in place of a tag, and the facts that decide its form. */
export interface Emission {
  readonly node: TagNode;
  /** `unknown`: the body in a neutral element that carries the name, already escaped. */
  readonly expansion: Expansion | { readonly kind: 'unknown'; readonly label: string };
  readonly output: Output;
  /** The post's body, which offsets count in. */
  readonly source: string;
  readonly reporter: Reporter;
  /** The tag's own body, expanded. */
  body(): Fragment | undefined;
}

/** Appends the expansion in the form its place allows: a block, a piece of a line, or plain text in an attribute. */
export function emit(emission: Emission): void {
  const { node, expansion, output, source, reporter } = emission;
  const line = reporter.lineOf(node.tag.from);
  switch (expansion.kind) {
    case 'inline':
      if (swallowsText(emission, expansion.text))
        return output.block([{ kind: 'html', html: expansion.text }], node.place, node.end, line);
      return output.generate(fitIntoPlace(expansion.text, node), line);
    case 'verbatim': {
      const range = node.verbatim ?? { from: node.tag.to, to: node.tag.to };
      return output.copy(source.slice(range.from, range.to), reporter.lineOf(range.from));
    }
    case 'code':
      return emitCode(emission, expansion.info, expansion.code, line);
    case 'unknown':
      return emitUnknown(emission, expansion.label, line);
    case 'block':
      return emitBlock(emission, expansion.parts, line);
  }
}

/**
 * Tells a tag that begins a paragraph and is alone on its line: CommonMark takes an element on such a line for a block of
 * HTML, and the text below it for part of that.
 */
function swallowsText({ node, source, reporter }: Emission, text: string): boolean {
  const { place, end, tag, to } = node;
  if (!place.startsLine || !end.endsLine || !text.startsWith('<')) return false;
  const above = source.slice(0, reporter.lineStartOf(tag.from)).slice(-500);
  return (
    /(?:^|\n)[ \t>]*\n$|^$/.test(above) && /^[^\n]*\n[ \t>]*[^\s>]/.test(source.slice(to, to + 500))
  );
}

/** In an attribute there can be no element. */
function fitIntoPlace(text: string, node: TagNode): string {
  return node.place.within === 'attribute' ? text.replace(/<[^<>]*>/g, '') : text;
}

function emitUnknown(emission: Emission, label: string, line: number): void {
  const body = emission.body();
  const tag = takesBlock(emission, body, false) ? 'div' : 'span';
  const before: Part = { kind: 'html', html: `<${tag} data-shortcode="${label}">` };
  const after: Part = { kind: 'html', html: `</${tag}>` };
  emitBlock({ ...emission, body: () => body }, [before, { kind: 'body' }, after], line);
}

function emitBlock(emission: Emission, parts: readonly Part[], line: number): void {
  const { node, output } = emission;
  const body = parts.some(({ kind }) => kind === 'body') ? emission.body() : undefined;
  const first = parts.find((part) => part.kind === 'html');
  if (takesBlock(emission, body, first?.kind === 'html' && isBlockHtml(first.html))) {
    const { prefix } = node.place;
    const blocks = parts.flatMap((part) => toBlockPart(part, body, prefix, line));
    return output.block(blocks, node.place, node.end, line);
  }
  for (const part of parts) {
    if (part.kind === 'body' && body !== undefined) output.include(body);
    else if (part.kind === 'html') output.generate(fitIntoPlace(joinRows(part.html), node), line);
    else if (part.kind === 'markdown') output.generate(joinRows(part.markdown), line);
  }
}

/** Whether the tag gives way to a block: it stands alone, has paragraphs in it, or must not be in one. */
function takesBlock(emission: Emission, body: Fragment | undefined, needsBlock: boolean): boolean {
  const { place, end, tag } = emission.node;
  if (place.within === 'attribute') return false;
  if (place.startsLine && end.endsLine) return true;
  if (body !== undefined && /\n[ \t>]*\r?\n/.test(body.text.trim())) return true;
  // The row of a table and a heading are one line, whatever stands in them.
  const row = emission.source
    .slice(emission.reporter.lineStartOf(tag.from), tag.from)
    .slice(0, 200);
  return needsBlock && !/^[ \t>]*(?:\||#{1,6} )/.test(row);
}

function toBlockPart(
  part: Part,
  body: Fragment | undefined,
  prefix: string,
  line: number,
): BlockPart[] {
  if (part.kind === 'html') return [part];
  const fragment =
    part.kind === 'body'
      ? body && trimFragment(body, prefix)
      : makeFragment(part.markdown, prefix, line);
  return fragment === undefined
    ? []
    : [{ kind: 'markdown', fragment: withoutPrefix(fragment, prefix) }];
}

/** The first line gets its prefix from the output like every other line of a block, so its own goes. */
function withoutPrefix(fragment: Fragment, prefix: string): Fragment {
  const { text, lines } = fragment;
  if (text.startsWith(prefix)) return { text: text.slice(prefix.length), lines };
  // The author may leave out the space behind `>` and some of a list's indentation.
  let at = 0;
  for (const mark of prefix) {
    if (text[at] === mark) at++;
    else if (mark === '>') break;
  }
  return { text: text.slice(at), lines };
}

function makeFragment(markdown: string, prefix: string, line: number): Fragment | undefined {
  if (markdown.trim() === '') return undefined;
  const rows = markdown.split('\n');
  return { text: rows.join(`\n${prefix}`), lines: rows.map(() => line) };
}

function emitCode(emission: Emission, info: string, code: string, line: number): void {
  const { node, output } = emission;
  const longest = Math.max(
    0,
    ...[...code.matchAll(/`+/g)].map(([run]) => run.length).slice(0, 1000),
  );
  const isBlock = takesBlock(emission, undefined, code.trim().includes('\n'));
  if (!isBlock) {
    const mark = '`'.repeat(longest + 1);
    return output.generate(`${mark} ${joinRows(code.trim())} ${mark}`, line);
  }
  const { prefix } = node.place;
  const mark = '`'.repeat(Math.max(3, longest + 1));
  const bodyLine =
    node.verbatim === undefined ? line : emission.reporter.lineOf(node.verbatim.from);
  const rows = code.split('\n');
  const content = trimCode(rows, bodyLine, prefix);
  const fragment = {
    text: [mark + info, ...content.rows, prefix + mark].join('\n'),
    lines: [line, ...content.lines, content.lines.at(-1) ?? line],
  };
  output.block([{ kind: 'markdown', fragment }], node.place, node.end, line);
}

/** Lines of code without the rests of the lines that its tags stand on. */
function trimCode(
  rows: readonly string[],
  firstLine: number,
  prefix: string,
): { rows: string[]; lines: number[] } {
  let from = (rows[0] ?? '').trim() === '' ? 1 : 0;
  let to = rows.length;
  while (to > from && /^[\s>]*$/.test(rows[to - 1] ?? '')) to--;
  if (to === from) from = to;
  const kept = rows.slice(from, to);
  if (from === 0 && kept[0] !== undefined) kept[0] = prefix + kept[0];
  return { rows: kept, lines: kept.map((_row, index) => firstLine + from + index) };
}
