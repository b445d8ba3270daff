// Marks of vaults within a line. Each reader takes the text and a place, and gives what begins there.

/** A mark with text between its ends, which may hold further marks. */
export interface InlineMark {
  readonly kind: 'highlight' | 'sub' | 'sup' | 'note';
  /** Where the text between the ends begins and ends, and the place after the mark. */
  readonly start: number;
  readonly close: number;
  readonly end: number;
}

const highlight = /^==(?=[^\s=])((?:[^\n=]|=(?!=)){1,2000}?)==(?!=)/;
const lowered = /^~([^\s~]{1,20})~(?!~)/;
const raised = /^\^([^\s^[\]]{1,20})\^/;
const letterBefore = /[\p{L}\p{N})\]]$/u;

/** The highlight, inline note, lowered or raised text that begins at `at`. */
export function readInlineMark(source: string, at: number): InlineMark | undefined {
  if (source.startsWith('^[', at)) return readNote(source, at);
  const before = source.slice(Math.max(0, at - 2), at);
  const head = source.slice(at, at + 2010);
  switch (source[at]) {
    case '=': {
      const text = before.endsWith('=') ? undefined : highlight.exec(head)?.[1];
      return text === undefined || /\s$/.test(text)
        ? undefined
        : between('highlight', { at, width: 2, length: text.length });
    }
    // Between blanks `~x~` is struck through, as on GitHub.
    case '~': {
      const text = letterBefore.test(before) ? lowered.exec(head)?.[1] : undefined;
      return text === undefined ? undefined : between('sub', { at, width: 1, length: text.length });
    }
    case '^': {
      const text = letterBefore.test(before) ? raised.exec(head)?.[1] : undefined;
      return text === undefined ? undefined : between('sup', { at, width: 1, length: text.length });
    }
    default:
      return undefined;
  }
}

function between(
  kind: InlineMark['kind'],
  { at, width, length }: { readonly at: number; readonly width: number; readonly length: number },
): InlineMark {
  const start = at + width;
  const close = start + length;
  return { kind, start, close, end: close + width };
}

/** `^[text]`, with brackets in pairs, on one paragraph. */
function readNote(source: string, at: number): InlineMark | undefined {
  const head = source.slice(at + 2, at + 4000);
  const limit = /\n[ \t]*\n/.exec(head)?.index ?? head.length;
  let depth = 1;
  for (let index = 0; index < limit; index++) {
    const character = head[index];
    if (character === '\\') index++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) {
      const close = at + 2 + index;
      return index === 0 ? undefined : { kind: 'note', start: at + 2, close, end: close + 1 };
    }
  }
  return undefined;
}

/** The name of a block, `^id`, at the end of a line. */
export interface BlockMark {
  readonly id: string;
  /** The place of the line feed after it. */
  readonly end: number;
}

/** The mark of a block that begins at `at`. */
export function readBlockMark(source: string, at: number): BlockMark | undefined {
  if (at > 0 && !/\s/.test(source.charAt(at - 1))) return undefined;
  const match = /^\^([A-Za-z0-9-]{1,100})[ \t]*(?=\n|$)/.exec(source.slice(at, at + 220));
  return match === null ? undefined : { id: match[1] ?? '', end: at + match[0].length };
}

/** The tag, without `#`, that begins at `at`: `#a/b`. A number is none, nor is what follows a letter. */
export function readTag(source: string, at: number): string | undefined {
  if (at > 0 && !/[\s([,>]/.test(source.charAt(at - 1))) return undefined;
  const tag = /^#([\p{L}\p{M}\p{N}_/-]{1,100})/u.exec(source.slice(at, at + 102))?.[1];
  return tag === undefined || !/[\p{L}_]/u.test(tag) ? undefined : tag.replace(/\/+$/, '');
}
