import type { SavedState } from '../../content/model/saved.ts';
import { savedStrings } from './strings-saved.ts';

/** Links of lists to posts; those of results have the words behind them. */
const places = ['.post-entry h3 > a', '.search-results h2 > a', '.archive-page li > a'];
/** More addresses would make each change of a list slow: the marks of the oldest are left out. */
const mostMarks = 1000;

let sheet: CSSStyleSheet | undefined;

/**
 * Marks saved posts in all lists. Rules alone do it, so that lists know nothing of it, and cost nothing while nothing is
 * saved. A sheet made by a script is under no rule of the page's policy.
 */
export function markSaved({ posts }: SavedState, href: (permalink: string) => string): void {
  if (sheet === undefined && posts.length === 0) return;
  const known = sheet ?? addSheet();
  sheet = known;
  const addresses = posts.slice(0, mostMarks).flatMap(({ permalink }) => {
    const address = JSON.stringify(href(permalink));
    return [`[href=${address}]`, `[href^=${address.slice(0, -1)}?"]`];
  });
  if (addresses.length === 0) return known.replaceSync('');
  const links = places.map((place) => `${place}:is(${addresses.join()})::after`);
  known.replaceSync(`@layer components { ${links.join()} { ${mark} } }`);
}

/** An arrow onto a line, as on a button that saves. */
const mark = `
  content: '\\2193' / ' (${savedStrings.mark})';
  display: inline-block;
  margin-inline-start: 0.5em;
  padding-inline: 0.1em;
  border-block-end: 1.5px solid;
  font: 600 0.6em/1 var(--serif);
  vertical-align: 0.12em;
  color: var(--ink-3);
`;

function addSheet(): CSSStyleSheet {
  const added = new CSSStyleSheet();
  document.adoptedStyleSheets.push(added);
  return added;
}
