/** Start in the browser: the app over the library that fetches, on the page as it came. */
import { site } from 'virtual:rubric/site';
import { createFetchLibrary } from './library/fetch-library.ts';
import { startApp } from './ui/start-app.tsx';
import './ui/styles/main.css';

const root = document.getElementById('app');
const base = import.meta.env.BASE_URL;
const pageData = document.getElementById('rubric-data')?.textContent ?? undefined;
const library = createFetchLibrary({ base: decodeURI(base), site, pageData });

if (root !== null) startApp({ root, library, site, base: decodeURI(base) });

// Posts changed on disk: the library asks anew, and its listeners make the page follow.
import.meta.hot?.on('rubric:change', () => library.notifyChange());
