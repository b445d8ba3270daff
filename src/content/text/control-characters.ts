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
