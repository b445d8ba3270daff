/** The search field, wherever it is on the page. */
export function findField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#q');
}
