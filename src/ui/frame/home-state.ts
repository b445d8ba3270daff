import type { CountScope, ListRequest } from '../../content/model/library.ts';

/** The state of the home page: all of it is in the URL. */
export interface HomeState {
  /** The text that is searched for; empty when there is no search. */
  readonly text: string;
  /** Slugs of the selected keywords, as selected, without repeats. */
  readonly keywords: readonly string[];
  /** 1-based: the last page of the list that is shown. */
  readonly pageNumber: number;
  /** The order of search results; default best first. */
  readonly order?: 'newest' | undefined;
}

/**
 * The state in a query string such as `?q=words&keyword=rust&keyword=wasm&page=2`. Never throws.
 *
 * @example
 * parseHomeState('?q=fox&keyword=rust')
 * // { text: 'fox', keywords: ['rust'], pageNumber: 1, order: undefined }
 */
export function parseHomeState(search: string, pathPage?: string): HomeState {
  const query = new URLSearchParams(search);
  return {
    text: trimQuery(query.get('q') ?? ''),
    keywords: [...new Set(query.getAll('keyword').filter((slug) => slug !== ''))],
    pageNumber: parsePageNumber(query.get('page') ?? pathPage),
    order: query.get('order') === 'newest' ? 'newest' : undefined,
  };
}

/**
 * The typed text without the space around it, but for one behind: it says that the last word is whole.
 *
 * @example
 * trimQuery('  two words  ')  // 'two words '
 */
export function trimQuery(text: string): string {
  return text.trimStart().replace(/\s+$/u, ' ');
}

/**
 * The path and query of a state, under the base and with `/` at the start; the reverse of {@link parseHomeState}.
 * @example
 * formatHomeState({ text: 'fox', keywords: ['rust'], pageNumber: 1 })  // '/?q=fox&keyword=rust'
 * formatHomeState({ text: '', keywords: [], pageNumber: 2 })  // '/page/2/'
 */
export function formatHomeState(state: HomeState): string {
  const query = new URLSearchParams();
  if (state.text !== '') query.set('q', state.text);
  for (const slug of state.keywords) query.append('keyword', slug);
  if (state.text !== '' && state.order !== undefined) query.set('order', state.order);
  if (state.pageNumber > 1) {
    if (query.size === 0) return `/page/${state.pageNumber}/`;
    query.set('page', String(state.pageNumber));
  }
  return query.size === 0 ? '/' : `/?${query}`;
}

/** `state` with `slug` added or taken away, from its first page on. */
export function toggleKeyword(state: HomeState, slug: string): HomeState {
  const keywords = state.keywords.includes(slug)
    ? state.keywords.filter((other) => other !== slug)
    : [...state.keywords, slug];
  return { ...state, keywords, pageNumber: 1 };
}

/** The list that a state without a search shows. */
export function listRequest(
  keywords: readonly string[],
  pageNumber: number,
  counts: CountScope = 'common',
): ListRequest {
  return keywords.length === 0
    ? { kind: 'all', pageNumber }
    : { kind: 'selection', keywords, pageNumber, counts };
}

/** A page number as written in an address; 1 when it is not one. */
export function parsePageNumber(text: string | null | undefined): number {
  return /^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : 1;
}

/** True if two lists hold the same, in the same order. */
export function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
