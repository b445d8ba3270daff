import type { SearchAnswer } from '../../content/model/library.ts';
import type { ListView } from '../list/load-list-view.ts';
import { quoteTyped } from '../words/quote-typed.ts';
import type { SearchProgress } from '../search/search-session.ts';
import {
  countFound,
  countListed,
  countMatches,
  noMatch,
  searchingFor,
} from '../words/search-sentences.ts';
import { countAbout, countedPosts, notLoaded, postsPage, strings } from '../words/strings.ts';

/** The facts that {@link describeStatus} puts into words. */
export interface HomeStatusInput {
  readonly view: Pick<ListView, 'total' | 'firstPage' | 'pageNumber' | 'failure'>;
  /** The text that is searched for now. */
  readonly text: string;
  /** Slugs of the selected keywords. */
  readonly keywords: readonly string[];
  /** The progress of the search; `undefined` until one has been answered. */
  readonly search: SearchProgress | undefined;
  readonly nameOf: (slug: string) => string;
}

/** The status line and the title of the home page. */
export interface HomeStatus {
  readonly line: string;
  /** For the title bar, without the site's name. */
  readonly title: string;
  /** True if it is a search that nothing matches. */
  readonly isNoMatch: boolean;
}

/** The list of the home page, in words: "3 posts about rust and parser". */
export function describeStatus(input: HomeStatusInput): HomeStatus {
  const { text, search, keywords, view, nameOf } = input;
  if (text === '') return describeList(view, keywords.map(nameOf));
  // Until its answer comes, or is long in coming, the one before it is on screen: with its own words.
  if (search !== undefined && !search.isSlow) {
    return describeAnswer(search.answer, search.searched, search.input.keywords.map(nameOf));
  }
  const typed = quoteTyped(text);
  const line = searchingFor(typed, keywords.map(nameOf));
  return { line, title: typed, isNoMatch: false };
}

/** The words of the button that clears search and keywords; `undefined` when there is nothing to clear. */
export function describeClear(text: string, keywords: readonly string[]): string | undefined {
  const count = keywords.length + (text === '' ? 0 : 1);
  if (count === 0) return undefined;
  if (count > 1) return strings.clearAll;
  return text === '' ? strings.clearKeyword : strings.clearSearch;
}

function describeAnswer(
  answer: SearchAnswer,
  text: string,
  keywords: readonly string[],
): HomeStatus {
  const typed = quoteTyped(text);
  const { scope, total } = answer;
  const title = countFound(total, scope, typed);
  if (total === 0 || answer.match === 'none') {
    return { line: noMatch(scope, typed), title, isNoMatch: true };
  }
  if (answer.match === 'some') return { line: strings.someWords, title, isNoMatch: false };
  return { line: countMatches(answer, typed, keywords), title, isNoMatch: false };
}

function describeList(view: HomeStatusInput['view'], keywords: readonly string[]): HomeStatus {
  if (view.failure !== undefined && view.total === 0) {
    return { line: notLoaded(keywords), title: keywords.join(' + '), isNoMatch: false };
  }
  if (keywords.length > 0) {
    const title = `${keywords.join(' + ')} (${countedPosts(view.total)})`;
    return { line: countAbout(view.total, keywords), title, isNoMatch: false };
  }
  const title = view.pageNumber > 1 ? postsPage(view.pageNumber) : '';
  return { line: countListed(view.total, view.firstPage), title, isNoMatch: false };
}
