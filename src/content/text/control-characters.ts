/** All of them but the tab and what ends a line. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** The place of the first control character of `text` that is no tab and no end of a line; -1 without one. */
export function findControl(text: string): number {
  return text.search(controls);
}

/** The number of control characters in `text` that {@link dropControls} takes away. */
export function countControls(text: string): number {
  return text.match(controls)?.length ?? 0;
}

/**
 * `text` without control characters, but for tabs and ends of lines. No page, feed or data file may hold them, and no
 * reader sees them. Those that part words or pages become blanks. Linear.
 */
export function dropControls(text: string): string {
  return text.replace(controls, (sign) => (sign === '\v' || sign === '\f' ? ' ' : ''));
}

/** Character references by number, in decimal and in hexadecimal, that may be below U+0100. */
const reference = /&#(?:0*(\d{1,3})(?!\d)|x0*([\da-f]{1,2})(?![\da-f]));?/gi;

/** Numbers that HTML takes for no character of Windows-1252. */
const unassigned: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * `html` without references to control characters (`&#1;`), which a browser would make characters of. Linear; `html`
 * itself when there are none.
 */
export function dropControlReferences(html: string): string {
  if (!html.includes('&#')) return html;
  return html.replace(reference, (whole, decimal: string | undefined, hex: string) => {
    const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
    const isControl =
      code < 0x80 ? findControl(String.fromCharCode(code)) === 0 : unassigned.includes(code);
    return isControl ? '' : whole;
  });
}
