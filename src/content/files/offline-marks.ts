/** Marks of what is kept for reading without a network: for the service worker and the page alike. */

/** Every page of ours has this, and no page of a network that asks for a sign-in first. */
const pageMark = '<div id="app">';

/** True if the text of a page is that of one of ours, whole. */
export function isOwnPage(text: string): boolean {
  return text.includes(pageMark) && text.includes('</html>');
}

/** Start of the names of all caches of a blog: other blogs on the same host have caches of their own. */
export function cachePrefix(scope: string): string {
  return `rubric:${new URL(scope).pathname}:`;
}

/**
 * Name of the cache of what the reader has saved on purpose. Nothing of it is removed but by the reader, or because the
 * blog has it no more.
 *
 * @param scope address of the blog's root, with `/` at the end
 */
export function nameSavedCache(scope: string): string {
  return `${cachePrefix(scope)}saved`;
}
