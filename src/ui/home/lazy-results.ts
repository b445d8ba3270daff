import { lazy } from 'solid-js';
import { appPart } from '../frame/app-part.ts';
import { MissingResults } from './MissingResults.tsx';

const loadResults = appPart(() => import('../search/SearchResults.tsx'));

/** The results of a search: a chunk of their own, loaded when a search is near. One that does not come must not take the field with it. */
export const SearchResults = lazy(() => loadResults().catch(() => ({ default: MissingResults })));
