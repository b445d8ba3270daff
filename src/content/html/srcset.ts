/** One picture of a `srcset`: its address and the descriptors after it (`2x`, `640w`, or empty). */
export interface SrcsetCandidate {
  readonly url: string;
  readonly descriptor: string;
}

/** What may stand between candidates, and an address, which ends at white space alone. */
const separator = /[\t\n\f\r ,]*/y;
const address = /[^\t\n\f\r ]+/y;
/** Descriptors up to a comma that is in no parentheses; an open one reaches to the end. */
const descriptors = /(?:[^,(]+|\([^)]*(?:\)|$))*/y;

/**
 * The candidates of a `srcset`, in order, split as a browser does: a comma within an address belongs to it, one at
 * its end or after a descriptor parts candidates, with or without a space. Linear in the length of `value`.
 *
 * @see HTML Standard, "parse a srcset attribute"
 * @example
 * parseSrcset('a,b.png 1x,c.png 2x')  // a,b.png with 1x; c.png with 2x
 */
export function parseSrcset(value: string): readonly SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  let position = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const found = pattern.exec(value)?.[0] ?? '';
    position += found.length;
    return found;
  };
  while (position < value.length) {
    take(separator);
    const written = take(address);
    const url = written.replace(/,+$/, '');
    const descriptor = url === written ? take(descriptors).trim().replace(/\s+/g, ' ') : '';
    if (url !== '') candidates.push({ url, descriptor });
  }
  return candidates;
}

/** `value` with what `resolve` makes of each address, written so that it is read back the same. */
export function mapSrcset(value: string, resolve: (url: string) => string): string {
  return parseSrcset(value)
    .map(({ url, descriptor }) => `${resolve(url)} ${descriptor}`.trim())
    .join(', ');
}
