import { findControl } from '../text/control-characters.ts';
import { decodeWindows1252 } from '../text/windows-1252.ts';

/** Characters by name: those that every text may have, and with `entity-names.ts` all others that are known. */
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** A reference by a name that {@link decodeEntities} knows only with `entity-names.ts`. */
export const rareReference = /&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z][a-z\d]{1,30};/i;

/** Lets {@link decodeEntities} know further names from now on. */
export function addEntities(names: Readonly<Record<string, string>>): void {
  Object.assign(entities, names);
}

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi;

/** `text` with numeric and the known named character references decoded; others stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined)
      return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (!isCharacter) return whole;
    // As HTML has it: these numbers mean Windows-1252.
    const isWindows = code >= 0x80 && code <= 0x9f;
    const sign = isWindows ? decodeWindows1252(Uint8Array.of(code)) : String.fromCodePoint(code);
    return findControl(sign) === -1 ? sign : whole;
  });
}

const byNumber = /&#(?!0*(?:9|1[03])\b|x0*[9ad]\b)(?:x[\da-f]+|\d+);?/gi;

/** `html` without references to control characters and to what is no character, such as `&#1;`. Linear. */
export function dropEmptyReferences(html: string): string {
  return html.replace(byNumber, (whole) =>
    decodeEntities(`${whole};`).startsWith('&#') ? '' : whole,
  );
}
