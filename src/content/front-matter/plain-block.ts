/** The format of a front matter. */
export type FrontMatterKind = 'toml' | 'yaml' | 'json' | 'headers' | 'none';

/** The front matter of a source, unread. */
export interface Block {
  readonly kind: FrontMatterKind;
  /** Text between the fences, with `\n` at the ends of lines; empty for `none`. */
  readonly text: string;
  /** 1-based line of the source on which `text` starts. */
  readonly line: number;
  readonly body: string;
  /** 1-based line of the source on which `body` starts. */
  readonly bodyLine: number;
  /** Whether the closing fence is there. */
  readonly isClosed: boolean;
}

/** Front matter is looked for in that many characters from the start. */
export const maximumBlockLength = 65_536;

/** `text` with the line ends of old Macs as line feeds; others stay as they are. */
export function toLineFeeds(text: string): string {
  return text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
}

const opening = /^[\ufeff\s]*\+\+\+[ \t]*\r?\n/;
const closing = /(?:^|\n)\+\+\+[ \t]*\r?(?:\n|$)/;
/** The first line of a block that is no prose below a rule, in the forms that plain TOML has. */
const firstSetting = /^\s*(?:[\w-]{1,60}(?:=|[ \t]+=(?:\s|["'[]))|[#[]|$)/;

/**
 * The block of TOML between two fences that `source` begins with, as `findBlock` finds it; `undefined` for any other. The
 * rest of what a front matter may be is looked for by code that plain posts do without.
 */
export function findPlainBlock(source: string): Block | undefined {
  const head = opening.exec(source.slice(0, maximumBlockLength))?.[0];
  if (head === undefined) return undefined;
  const rest = source.slice(head.length);
  const close = closing.exec(rest.slice(0, maximumBlockLength));
  if (close === null) return undefined;
  const written = rest.slice(0, close.index + (close[0].startsWith('\n') ? 1 : 0));
  if (!firstSetting.test(written)) return undefined;
  const line = head.split('\n').length;
  return {
    kind: 'toml',
    isClosed: true,
    text: written.replaceAll('\r\n', '\n'),
    line,
    body: rest.slice(close.index + close[0].length),
    bodyLine: line + written.split('\n').length - (close[0].endsWith('\n') ? 0 : 1),
  };
}
