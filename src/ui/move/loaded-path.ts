/** Path of the page as it was loaded: moves inside the app, and Back, have led to other addresses since. */
export function findLoadedPath(): string {
  const [loading] = performance.getEntriesByType('navigation');
  return new URL(loading?.name ?? location.href).pathname;
}
