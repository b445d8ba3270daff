import { lazy } from 'solid-js';

/** The results of a search: a chunk of their own, loaded when a search is near. */
export const SearchResults = lazy(() => import('../search/SearchResults.tsx'));
