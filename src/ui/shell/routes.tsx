import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';
import type { ListRequest } from '../../content/model/library.ts';
import { draftDesk } from '../../content/model/draft-desk.ts';
import { decodePath, hrefToPermalink } from '../../content/site/permalink.ts';
import type { AppServices } from '../frame/app-context.ts';
import { appPart, rarePart } from '../frame/app-part.ts';
import { parsePageNumber } from '../frame/home-state.ts';
import HomePage from '../home/HomePage.tsx';
import PostPage from '../post/PostPage.tsx';

const number = /^[1-9]\d{0,6}$/;
const year = /^(?:\d{4}|undated)$/;
const month = /^(?:0[1-9]|1[0-2])$/;

const KeywordsPage = lazy(appPart(() => import('../overview/KeywordsPage.tsx')));
const KeywordPage = lazy(appPart(() => import('../overview/KeywordPage.tsx')));
const ArchivePage = lazy(appPart(() => import('../overview/ArchivePage.tsx')));
const DeskPage = lazy(rarePart(() => import('../desk/DeskPage.tsx')));

/** Loads the code of the pages that are not part of the app's first file. */
export async function preloadPages(): Promise<void> {
  await Promise.all([KeywordsPage, KeywordPage, ArchivePage].map((page) => page.preload()));
}

/** The pages by their addresses. The last route takes every other address: posts, free pages, and missing ones. */
export function createRoutes(app: AppServices): RouteDefinition[] {
  return [
    {
      path: ['/', '/page/:pageNumber'],
      component: HomePage,
      matchFilters: { pageNumber: number },
      preload: ({ intent, params }) => {
        const pageNumber = parsePageNumber(params['pageNumber']);
        if (intent === 'preload') fetchList(app, { kind: 'all', pageNumber });
      },
    },
    { path: '/keywords', component: KeywordsPage },
    {
      path: ['/keywords/:slug', '/keywords/:slug/page/:pageNumber'],
      component: KeywordPage,
      matchFilters: { pageNumber: number },
      preload: ({ intent, params }) => {
        const slug = decodePath(params['slug'] ?? '');
        const pageNumber = parsePageNumber(params['pageNumber']);
        if (intent !== 'preload' || slug === undefined) return;
        fetchList(app, { kind: 'keyword', slug, pageNumber, counts: 'common' });
      },
    },
    {
      path: [
        '/archive',
        '/archive/:year',
        '/archive/:year/page/:pageNumber',
        '/archive/:year/:month',
        '/archive/:year/:month/page/:pageNumber',
      ],
      component: ArchivePage,
      matchFilters: { year, month, pageNumber: number },
    },
    ...(app.site.draftDesk === false || app.library.hasPost(draftDesk)
      ? []
      : [{ path: draftDesk, component: DeskPage }]),
    {
      path: '*',
      component: PostPage,
      preload: ({ intent, location }) => {
        const permalink = hrefToPermalink(location.pathname, app.base);
        if (intent !== 'preload' || permalink === undefined) return;
        app.library.prefetchPost(permalink);
      },
    },
  ];
}

/** Has the library fetch a list before its page is opened. Whoever opens the page is told of a failure. */
function fetchList(app: AppServices, request: ListRequest): void {
  app.library.loadList(request).catch(() => undefined);
}
