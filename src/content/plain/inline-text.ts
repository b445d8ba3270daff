import { isMarkup } from '../html/known-tags.ts';
import { emojiMark, replaceEmoji } from '../markdown/constructs/emoji.ts';
import { decodeEntities } from '../html/entity-names.ts';
import { takeEmphasis } from './emphasis.ts';
import type { Delimiters } from './emphasis.ts';

/** The facts that reading inline Markdown depends on beside its text. */
export interface InlineOptions {
  /** Tells whether a link reference has a definition: `[x]` without one is text. */
  readonly isDefined?: ((label: string) => boolean) | undefined;
  /**
   * Whether images stand for their words, and embedded elements for theirs; otherwise images do so within a sentence only
   * and are left out elsewhere.
   */
  readonly keepsEmbedded?: boolean | undefined;
  /** Characters by emoji name; without them `:heart:` stays as it is. */
  readonly emoji?: Readonly<Record<string, string>> | undefined;
}

/** A sign of a link's address, or a tag of a template in it; no sign begins both. */
const targetPart = String.raw`(?:[^()\s{]|\{(?![{%])|\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\})`;
const title = String.raw`(?:\s{1,3}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s{0,3}`;
const plainTarget = String.raw`\((?:<[^<>\n]{0,300}>|\s{0,9}${targetPart}{0,2000}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?)${title}\)`;
/** An address with blanks in it, or with a size behind it. */
const spacedPart = String.raw`(?:[^()<>"\n]|\([^()<>"\n]{0,100}\))`;
const spacedTarget = String.raw`\(\s{0,9}(?:(?:https?:\/\/|mailto:|tel:)${spacedPart}{1,300}?|${spacedPart}{1,300}?\.[A-Za-z][A-Za-z\d]{1,4})(?:\s{1,3}=\d{0,5}%?(?:x\d{0,5}%?)?)?${title}(?:=\d{0,5}%?(?:x\d{0,5}%?)?\s{0,3})?\)`;
const target = `(?:${plainTarget}|${spacedTarget})`;

/**
 * Inline markup, one alternative a construct. All repetitions are bounded, so that a hostile text costs
 * at most a few hundred steps a character.
 */
const inline = new RegExp(
  [
    String.raw`(?<![\\\x60])(?<ticks>\x60{1,3})(?!\x60)(?<code>[^]{0,400}?[^\x60])\k<ticks>(?!\x60)`,
    String.raw`<!--[^]{0,400}?-->|<(?<hidden>script|style)\b[^]{0,400}?<\/\k<hidden>\s*>`,
    // shortcodes, Liquid tags, attributes of Pandoc and kramdown, footnote references
    String.raw`\{\{[^{}]{0,500}\}\}|\{%[^%]{0,500}%\}|\{[:#.][^{}]{1,200}\}|(?<=\))\{\s?(?:[#.]|[A-Za-z][\w-]{0,30}=)[^{}\n]{1,200}\}|\[\^[^\]\s]{1,80}\]`,
    String.raw`(?<image>!?)\[(?<label>(?:[^\[\]]|\\[\[\]]){0,300})\](?:(?<target>${target})|\[(?<reference>[^\[\]\n]{0,100})\])?`,
    // the two ends of a link around an image
    String.raw`\](?:${target}|\[[^\[\]\n]{1,100}\])|\[(?=!\[)`,
    String.raw`<(?<autolink>(?:https?:\/\/|mailto:)[^\s<>]{1,300})>`,
    String.raw`<(?<closing>\/?)(?<tag>[A-Za-z][\w:.-]{0,30})(?<attributes>(?:\s[^<>]{0,400})?\s?\/?)>`,
    String.raw`\\(?<escaped>[!-\/:-@[-\x60{-~\n])`,
    String.raw`(?<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)`,
    String.raw`(?<run>\*+|_+|(?<!~)~{1,2}(?!~))`,
    `(?<marks>${emojiMark.source})`,
  ].join('|'),
  'gu',
);

const blockTag = /^(?:br|p|div|li|td|th|tr|h[1-6]|hr|blockquote|figcaption|summary|d[dlt])$/i;
/** Elements that go with all they hold where nothing embedded is kept. */
const embedded =
  /<(figure|figcaption|script|style|svg|math|iframe|video|audio|object|table|pre|select|form|textarea)\b[^]*?(?:<\/\1\s*>|$)/gi;

/** The text that inline Markdown shows, on one line: without markup, tags, notes and shortcodes. Linear. */
export function readInline(markdown: string, options: InlineOptions = {}): string {
  return readPieces(markdown, options).replace(/\s+/g, ' ').trim();
}

function readPieces(markdown: string, options: InlineOptions): string {
  const source =
    options.keepsEmbedded === true || !markdown.includes('<') ? markdown : dropEmbedded(markdown);
  if (!/[`{[\]<\\&*~_:]/.test(source)) return source;
  const pieces: (string | Delimiters)[] = [];
  let at = 0;
  for (const match of source.matchAll(inline)) {
    pieces.push(source.slice(at, match.index));
    const isWord = options.keepsEmbedded !== true && isInSentence(match, pieces);
    const text = readMatch(match, source, isWord ? { ...options, keepsEmbedded: true } : options);
    // A picture without words in the middle of a sentence leaves a gap that is seen.
    const isGap = isWord && text === '' && /[^\s.!?]/.test(restOfLine(source, match));
    pieces.push(isGap ? '…' : text);
    at = match.index + match[0].length;
  }
  pieces.push(source.slice(at));
  takeEmphasis(pieces.filter((piece) => typeof piece !== 'string'));
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : piece.sign.repeat(piece.count)))
    .join('');
}

/** Tells an image that stands behind a word on its line: it is one of the sentence's words. */
function isInSentence(
  { groups }: RegExpExecArray,
  pieces: readonly (string | Delimiters)[],
): boolean {
  if (groups?.['image'] !== '!') return false;
  const before = pieces.findLast((piece) => typeof piece !== 'string' || /[^ \t]/.test(piece));
  return typeof before === 'string' ? /[^\s.!?:…][ \t]*$/.test(before) : before !== undefined;
}

function restOfLine(source: string, { 0: whole, index }: RegExpExecArray): string {
  const rest = source.slice(index + whole.length).slice(0, 300);
  return rest.replace(/^\{[^{}]*\}/, '').replace(/\n[^]*$/, '');
}

function dropEmbedded(source: string): string {
  const isCode = (at: number): boolean => (source.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;
  return source.replace(embedded, (whole, _, at: number) => (isCode(at) ? whole : ' '));
}

function readMatch(
  match: RegExpExecArray,
  source: string,
  options: InlineOptions,
): string | Delimiters {
  const { index, groups = {} } = match;
  const { code, label, tag, escaped, entity, run, marks, autolink } = groups;
  if (code !== undefined) return code.replace(/^ (.*\S.*) $/s, '$1');
  if (label !== undefined) return readLink(match, label, options);
  if (tag !== undefined) return readTag(match, tag, source);
  if (run !== undefined) {
    return {
      sign: run.charAt(0),
      count: run.length,
      before: lastCharacter(source.slice(Math.max(0, index - 2), index)),
      after: firstCharacter(source.slice(index + run.length, index + run.length + 2)),
    };
  }
  if (marks !== undefined)
    return options.emoji === undefined ? marks : replaceEmoji(marks, options.emoji);
  if (entity !== undefined) return decodeEntities(entity);
  return autolink ?? escaped ?? '';
}

function firstCharacter(text: string): string {
  return Array.from(text).at(0) ?? '';
}

function lastCharacter(text: string): string {
  return Array.from(text).at(-1) ?? '';
}

/** The words of a link or image; a reference without a definition stays as it is written. */
function readLink(
  { 0: whole, groups = {} }: RegExpExecArray,
  label: string,
  options: InlineOptions,
): string {
  const { image, target: address, reference } = groups;
  const text = readPieces(label, options);
  const isLink =
    address !== undefined ||
    options.isDefined?.(reference === undefined || reference === '' ? label : reference) === true;
  if (isLink) return image === '' || options.keepsEmbedded === true ? text : '';
  if (label.trim() === '') return whole;
  return `${image ?? ''}[${text}]${reference === undefined ? '' : `[${reference}]`}`;
}

function readTag(
  { 0: whole, index, groups = {} }: RegExpExecArray,
  tag: string,
  source: string,
): string {
  const isTag = isMarkup({
    writtenName: tag,
    isClosing: groups['closing'] === '/',
    hasAttributes: /\S/.test(groups['attributes']?.replace('/', '') ?? ''),
    before: source.slice(Math.max(0, index - 1), index),
  });
  if (!isTag) return whole;
  return blockTag.test(tag) ? ' ' : '';
}
