/** Calls `then` when the frame that is being made has been painted: what is not in sight need not hold it up. */
export function afterPaint(then: () => void): void {
  // A hidden page is not painted.
  if (document.hidden) setTimeout(then);
  else requestAnimationFrame(() => void setTimeout(then));
}
