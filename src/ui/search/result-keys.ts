/** The keys of a list of results: from link to link, and back to the field. */
import { findField } from '../list/find-field.ts';

/** Arrow keys, Home and End go from link to link; up from the first and Esc lead back to the field. */
export function moveAmongResults(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const target =
    event.key === 'Escape' ? null : at === -1 ? undefined : goFrom(at, event.key, links);
  if (target === undefined) return;
  event.preventDefault();
  (target ?? findField())?.focus();
}

/** `null`: back to the field; `undefined`: not a key of ours. */
function goFrom(
  at: number,
  key: string,
  links: readonly HTMLElement[],
): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return links[at + 1] ?? links[at];
    case 'ArrowUp':
      return at === 0 ? null : links[at - 1];
    case 'Home':
      return links[0];
    case 'End':
      return links.at(-1);
    default:
      return undefined;
  }
}
