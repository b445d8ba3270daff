/** The text of the title bar: `Post title – Site`, on home the site alone. */
export function formatTitle(title: string, siteTitle: string): string {
  return title === '' ? siteTitle : `${title} – ${siteTitle}`;
}
