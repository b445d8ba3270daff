/** Most height of an entry that is counted on: another list may be of lower ones. */
const usualEntryPx = 140;

/**
 * The number of entries of another list that fill the screen, by the place and the entries of the one that is on it. To be asked
 * while the page is at rest: after a change it would have the page laid out first.
 */
export function countScreenful(): number {
  const list = document.querySelector('.post-list');
  // Chips that are unfolded may be fewer the next time, and the list then moves up.
  const top = document.querySelector('.keyword-chips:not([data-folded])') ?? list;
  if (list === null || top === null) return Math.ceil(innerHeight / usualEntryPx);
  const heights = [...list.querySelectorAll('li')].map((entry) => entry.offsetHeight);
  // As low as the lowest: a gap would show, an entry too many does not.
  const lowestPx = Math.min(usualEntryPx, ...heights);
  const entryPx = lowestPx > 0 ? lowestPx : usualEntryPx;
  const roomPx = innerHeight - Math.max(0, top.getBoundingClientRect().top);
  return Math.max(1, Math.ceil(roomPx / entryPx));
}
