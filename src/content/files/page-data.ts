import { decodeCards, encodeCards } from './card-data.ts';
import { openData } from './data-reader.ts';
import type { DataReader } from './data-reader.ts';
import type {
  ArchiveList,
  ArchivePlace,
  KeywordCount,
  ListRequest,
  Overview,
  PostBody,
  PostList,
  PostView,
} from '../model/library.ts';
import {
  createCounts,
  readCounts,
  readKeywords,
  readOverview,
  toCountData,
  toKeywordData,
  toOverviewData,
} from './overview-data.ts';
import { readFacts, readHeading } from './post-record.ts';
import { decodeRows, encodeRows } from './row-data.ts';

/**
 * The inert data block of a prerendered page: the answers its first view was made from, so that the app
 * can draw the same view without a request. The body of a post is not in it: it is on the page already.
 */
export interface PageData {
  readonly overview: Overview | undefined;
  readonly keywords: readonly KeywordCount[] | undefined;
  readonly lists: readonly { readonly request: ListRequest; readonly list: PostList }[];
  readonly archives: readonly { readonly place: ArchivePlace; readonly list: ArchiveList }[];
  readonly posts: readonly { readonly permalink: string; readonly view: StoredView }[];
}

/** A post as the data block holds it. */
export type StoredView = Omit<PostView, 'body'> & { readonly body: StoredBody };

/** A body as the data block holds it: HTML stays where it is, on the page. */
export type StoredBody = Exclude<PostBody, { kind: 'html' }> | { readonly kind: 'html' };

/** Raised with every change that an older app would misread. */
export const pageDataSchema = 1;

/**
 * `data` as JSON that may stand in a `script` element: without `<`. Counts of which only the common ones
 * were asked are cut to the overview's keywords.
 */
export function encodePageData(data: PageData): string {
  const json = JSON.stringify({
    schema: pageDataSchema,
    overview: data.overview && toOverviewData(data.overview),
    keywords: data.keywords && toKeywordData(data.keywords),
    lists: data.lists.length > 0 ? data.lists.map((each) => toRequestData(each, data)) : undefined,
    archives: data.archives.length > 0 ? data.archives.map(toArchiveData) : undefined,
    posts: data.posts.map(({ permalink, view }) => ({
      permalink,
      view: dropEmpty(view),
    })),
  });
  return json.replaceAll('<', String.raw`\u003c`);
}

/**
 * The data block's text as data.
 *
 * @throws ContentError naming the field at fault; SyntaxError where the text is no JSON.
 */
export function parsePageData(text: string): PageData {
  const data = openData(JSON.parse(text), 'rubric-data', pageDataSchema);
  const overview = data.optionalRecord('overview');
  const keywords = data.optionalRecord('keywords');
  return {
    overview: overview && readOverview(overview),
    keywords: keywords && readKeywords(keywords),
    lists: (data.hasOwn('lists') ? data.records('lists') : []).map((item) => ({
      request: readRequest(item.record('request')),
      list: readList(item),
    })),
    archives: data.hasOwn('archives') ? data.records('archives').map(readArchive) : [],
    posts: data.records('posts').map((item) => ({
      permalink: item.string('permalink'),
      view: readView(item.record('view')),
    })),
  };
}

/**
 * One text for all requests that ask for the same posts: selected keywords are a set, and the scope of
 * the counts is left out.
 */
export function keyOfRequest(request: ListRequest): string {
  if (request.kind === 'selection') {
    const keywords = [...new Set(request.keywords)].toSorted();
    return JSON.stringify({ kind: request.kind, keywords, pageNumber: request.pageNumber });
  }
  const slug = request.kind === 'keyword' ? request.slug : undefined;
  return JSON.stringify({ kind: request.kind, slug, pageNumber: request.pageNumber });
}

function toRequestData(
  { request, list }: PageData['lists'][number],
  { overview }: PageData,
): object {
  return { request, ...toListData(trimCounts(request, list, overview)) };
}

function trimCounts(
  request: ListRequest,
  list: PostList,
  overview: Overview | undefined,
): PostList {
  const isCommon = 'counts' in request && request.counts === 'common';
  if (!isCommon || list.counts === undefined || overview === undefined) return list;
  const common = new Set(overview.keywords.map(({ slug }) => slug));
  const counts = Object.entries(list.counts).filter(([slug]) => common.has(slug));
  return { ...list, counts: createCounts(counts) };
}

function toListData(list: PostList): object {
  const { posts, total, pageNumber, pageCount, counts, companions } = list;
  return {
    cards: encodeCards(posts),
    total,
    pageNumber,
    pageCount,
    counts: counts && toCountData(counts),
    companions: companions && toKeywordData(companions),
  };
}

function readList(data: DataReader): PostList {
  const counts = data.optionalRecord('counts');
  const companions = data.optionalRecord('companions');
  return {
    posts: decodeCards(data.record('cards')),
    total: data.integer('total'),
    pageNumber: data.integer('pageNumber', 1),
    pageCount: data.integer('pageCount', 1),
    counts: counts && readCounts(counts),
    ...(companions && { companions: readKeywords(companions) }),
  };
}

function readRequest(data: DataReader): ListRequest {
  const pageNumber = data.integer('pageNumber', 1);
  const counts = data.hasOwn('counts') ? data.choice('counts', ['common', 'all']) : undefined;
  const kind = data.choice('kind', ['all', 'keyword', 'selection']);
  switch (kind) {
    case 'all':
      return { kind, pageNumber };
    case 'keyword':
      return { kind, slug: data.string('slug'), pageNumber, counts };
    case 'selection':
      return { kind, keywords: data.strings('keywords'), pageNumber, counts };
    default:
      return kind satisfies never;
  }
}

function toArchiveData({ place, list }: PageData['archives'][number]): object {
  return { ...place, total: list.total, ...encodeRows(list.rows) };
}

function readArchive(data: DataReader): PageData['archives'][number] {
  return {
    place: {
      year: data.optionalInteger('year'),
      month: data.optionalInteger('month'),
      pageNumber: data.integer('pageNumber', 1),
    },
    list: { rows: decodeRows(data), total: data.integer('total') },
  };
}

/** The lists of `view` that hold something, and all that is no list: each costs the page bytes. A body of HTML is on it. */
function dropEmpty(view: StoredView): Readonly<Record<string, unknown>> {
  const { headings, body, ...facts } = view;
  const filled = Object.entries(facts).filter(
    ([, value]) => !Array.isArray(value) || value.length > 0,
  );
  const stored = body.kind === 'html' ? undefined : body;
  return { ...Object.fromEntries(filled), headings, body: stored };
}

function readView(data: DataReader): StoredView {
  return {
    ...readFacts(data),
    headings: data.records('headings').map(readHeading),
    body: readBody(data.optionalRecord('body')),
  };
}

/** A body that is not in the data is on the page. */
function readBody(data: DataReader | undefined): StoredBody {
  const kind = data?.choice('kind', ['source', 'empty']);
  if (data === undefined || kind === undefined) return { kind: 'html' };
  if (kind !== 'source') return { kind };
  return {
    kind,
    text: data.string('text'),
    reason: data.choice('reason', ['timeout', 'failed']),
  };
}
