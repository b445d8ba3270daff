import type { SearchAnswer } from '../content/library.ts';
import type { ListView } from './queries.ts';
import { countPosts, joinNames, noMatch, postsPage } from './strings.ts';

/** What {@link describeStatus} puts into words. */
export interface HomeStatusInput {
  readonly view: Pick<ListView, 'total' | 'firstPage' | 'pageNumber'>;
  readonly text: string;
  /** `undefined` until a search has been answered. */
  readonly answer: SearchAnswer | undefined;
  /** Names of the selected keywords. */
  readonly keywords: readonly string[];
}

/** The status line and the title of the home page. */
export interface HomeStatus {
  readonly line: string;
  /** For the title bar, without the site's name. */
  readonly title: string;
  /** Whether it is a search that nothing matches. */
  readonly isNoMatch: boolean;
}

/** What the home page shows, in words: "3 posts about rust and parser". */
export function describeStatus(input: HomeStatusInput): HomeStatus {
  const { text, answer, keywords, view } = input;
  if (text === '') return describeList(view, keywords);
  const place = keywords.length === 0 ? '' : ` in ${joinNames(keywords)}`;
  if (answer === undefined) {
    return { line: `Searching for “${text}”${place}`, title: `“${text}”`, isNoMatch: false };
  }
  const title = `“${text}” (${countPosts(answer.total)})`;
  if (answer.total === 0 || answer.match === 'none') {
    return { line: noMatch(text), title, isNoMatch: true };
  }
  if (answer.match === 'some') return { line: someWords, title, isNoMatch: false };
  const verb = answer.total === 1 ? 'matches' : 'match';
  return { line: `${countPosts(answer.total)} ${verb} “${text}”${place}`, title, isNoMatch: false };
}

const someWords = 'No post has every word. Showing posts with some of them.';

function describeList(view: HomeStatusInput['view'], keywords: readonly string[]): HomeStatus {
  const count = countPosts(view.total);
  if (keywords.length > 0) {
    const line = `${count} about ${joinNames(keywords)}`;
    return { line, title: `${keywords.join(' + ')} (${count})`, isNoMatch: false };
  }
  const title = view.pageNumber > 1 ? postsPage(view.pageNumber) : '';
  const place = view.firstPage > 1 ? `, page ${view.firstPage}` : '';
  return { line: `${count}, newest first${place}`, title, isNoMatch: false };
}
