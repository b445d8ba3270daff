import { maximumBlockLength, toLineFeeds } from './plain-block.ts';
import type { Block, FrontMatterKind } from './plain-block.ts';

/** A fault found while reading front matter. */
export interface Fault {
  /** 1-based line within the block. */
  readonly line: number;
  /** 1-based column. */
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
  /** The setting, when the fault is that it is given twice. */
  readonly repeated?: string;
}

/** The settings read from a block, and the faults found in it. */
export interface BlockReading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

/** Keys one of which starts the header lines of Pelican and MultiMarkdown; other words may start prose. */
const headerKeys = new Set(
  (
    'title subtitle date modified updated category categories tags tag keywords slug author authors status summary ' +
    'description lang language translation template save_as url permalink draft published layout series image email'
  ).split(' '),
);

const headerLine = /^([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]|$)/;
/** A trimmed line that may be a setting of YAML or TOML: what follows an opening fence, unless it is a rule between paragraphs. */
const settingLine =
  /^(?:["']?[\w.\- ]{1,60}["']?[ \t]*[:=](?:\s|$|["'[{])|[\w.-]+=|#|\[|-[ \t]|[{}]|\?[ \t])/;
/** The same with a key that prose may well begin with: as the first it counts only if the rest is settings too. */
const wideSettingLine =
  /^["']?[\p{L}\p{N}_][\p{L}\p{M}\p{N}\w.\- :/()@]{0,60}["']?[ \t]*:(?:\s|$)/u;

/**
 * Finds the front matter of `text`: `+++` TOML, `---` YAML, `{` JSON or header lines, after a byte order
 * mark and blank lines if need be. An unclosed fence ends at the first line that is not a setting. Line ends
 * of old Macs become line feeds.
 */
export function findBlock(text: string): Block {
  const source = toLineFeeds(text);
  const start = /^[\ufeff\s]*/.exec(source.slice(0, maximumBlockLength))?.[0].length ?? 0;
  const first = lineAt(source, start);
  const fence = /^(\+\+\+|---)[ \t]*$/.exec(first)?.[1];
  if (fence !== undefined) return findFenced(source, start, fence) ?? noBlock(source);
  if (/^\{\s*["}]/.test(source.slice(start, start + 1000))) return findJson(source, start);
  const key = headerLine.exec(first)?.[1]?.toLowerCase();
  return (
    (key !== undefined && headerKeys.has(key) && findHeaders(source, start)) || noBlock(source)
  );
}

function noBlock(source: string): Block {
  const body = source.replace(/^\ufeff/, '');
  return { kind: 'none', text: '', line: 1, body, bodyLine: 1, isClosed: true };
}

function findFenced(source: string, start: number, fence: string): Block | undefined {
  const kind = fence === '---' ? 'yaml' : 'toml';
  const textStart = nextLine(source, start);
  const isClosing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/ : /^\+\+\+[ \t]*$/;
  const limit = Math.min(source.length, start + maximumBlockLength);
  let isFirst = true;
  // Whether prose could begin as the block does.
  let isDoubtful = false;
  // Where the block ends if the fence is never closed.
  let open: number | undefined;
  for (let at = textStart; at < limit; at = nextLine(source, at)) {
    const line = lineAt(source, at);
    if (isClosing.test(line)) {
      const range = { textStart, textEnd: at, bodyStart: nextLine(source, at), isClosed: true };
      return createBlock(source, { kind, ...range });
    }
    if (line.trim() === '') {
      if (!isFirst) open ??= at;
      continue;
    }
    // `---` above prose is a rule between paragraphs.
    const isSure = settingLine.test(line.trim());
    const isSetting = isSure || wideSettingLine.test(line.trim());
    if (isFirst && !isSure && (!isSetting || at !== textStart)) return undefined;
    if (isFirst) isDoubtful = !isSure;
    isFirst = false;
    if (isSetting || /^[ \t]/.test(line)) continue;
    if (isDoubtful) return undefined;
    open ??= at;
  }
  if (isFirst || isDoubtful) return undefined;
  const end = open ?? limit;
  return createBlock(source, { kind, textStart, textEnd: end, bodyStart: end, isClosed: false });
}

/** Up to the brace that closes the first; a brace in a string does not count. */
function findJson(source: string, start: number): Block {
  const limit = Math.min(source.length, start + maximumBlockLength);
  let [depth, isString] = [0, false];
  for (let at = start; at < limit; at++) {
    const character = source.charAt(at);
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"' || character === '\n') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) {
      const range = { textStart: start, textEnd: at + 1, bodyStart: at + 1, isClosed: true };
      return createBlock(source, { kind: 'json', ...range });
    }
  }
  const blank = /\n[ \t]*\r?\n/.exec(source.slice(start, limit));
  const end = blank === null ? limit : start + blank.index;
  return createBlock(source, {
    kind: 'json',
    textStart: start,
    textEnd: end,
    bodyStart: end,
    isClosed: false,
  });
}

/** Lines of `key: value`, and indented ones that go on, up to a blank line; one must tell what the post is. */
function findHeaders(source: string, start: number): Block | undefined {
  const limit = Math.min(source.length, start + maximumBlockLength);
  let [at, isPost] = [start, false];
  for (; at < limit; at = nextLine(source, at)) {
    const line = lineAt(source, at);
    if (line.trim() === '') break;
    const key = headerLine.exec(line)?.[1]?.toLowerCase();
    if (key === undefined && !/^[ \t]/.test(line)) return undefined;
    isPost ||= key === 'title' || key === 'date' || key === 'slug';
  }
  const range = { textStart: start, textEnd: at, bodyStart: at, isClosed: true };
  return isPost ? createBlock(source, { kind: 'headers', ...range }) : undefined;
}

interface BlockRange {
  readonly kind: FrontMatterKind;
  readonly textStart: number;
  readonly textEnd: number;
  readonly bodyStart: number;
  readonly isClosed: boolean;
}

function createBlock(source: string, range: BlockRange): Block {
  const { kind, textStart, textEnd, bodyStart, isClosed } = range;
  const line = countLines(source, 0, textStart) + 1;
  return {
    kind,
    isClosed,
    text: source.slice(textStart, textEnd).replaceAll('\r\n', '\n'),
    line,
    body: source.slice(bodyStart),
    bodyLine: line + countLines(source, textStart, bodyStart),
  };
}

function countLines(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = source.indexOf('\n', start); at !== -1 && at < end; count++) {
    at = source.indexOf('\n', at + 1);
  }
  return count;
}

/** The line that starts at `start`, without its end. */
function lineAt(source: string, start: number): string {
  const end = source.indexOf('\n', start);
  return source.slice(start, end === -1 ? source.length : end).replace(/\r$/, '');
}

function nextLine(source: string, start: number): number {
  const end = source.indexOf('\n', start);
  return end === -1 ? source.length : end + 1;
}
