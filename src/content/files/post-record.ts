import { isPartName } from '../model/part.ts';
import type { PartName } from '../model/part.ts';
import type { ShownProblem } from '../model/problem.ts';
import { openData } from './data-reader.ts';
import type { DataReader } from './data-reader.ts';
import type {
  PostFacts,
  PostWishes,
  RelatedPost,
  SeriesView,
  Translation,
} from '../model/library.ts';
import type { Heading, ImageSize, PostCard, PostDate, PostLink } from '../model/post.ts';

/**
 * The content of `<permalink>post.json`: facts of a post beyond its own text, so that the browser renders the
 * raw Markdown exactly as the build did.
 */
export interface PostRecord extends PostFacts {
  /** Internal references as written, without `#hash`, and the decoded path each leads to. */
  readonly references: Readonly<Record<string, string>>;
  /** Sizes of local images by decoded path under the base. */
  readonly images: Readonly<Record<string, ImageSize>>;
  /** Parts of the renderer that the text takes, so that they can be asked for beside it. */
  readonly needs: readonly PartName[];
  /** Languages of the text's code that are coloured, by their names in highlight.js. */
  readonly languages: readonly string[];
}

/** More languages than this are not named; they come when the text asks for them. */
export const maxRecordLanguages = 24;

/** Raised with every change that an older reader would misread. */
export const recordSchema = 1;

/** `record` as the text of a `post.json`. Absent fields, and lists of needs that are empty, are left out. */
export function encodePostRecord({ needs, languages, ...record }: PostRecord): string {
  return JSON.stringify({
    schema: recordSchema,
    ...record,
    needs: needs.length > 0 ? needs : undefined,
    languages: languages.length > 0 ? languages : undefined,
  });
}

/**
 * Checks the content of a `post.json`, as parsed from JSON, field by field.
 *
 * @throws ContentError naming `place`, the field, what was found and what was expected.
 */
export function parsePostRecord(value: unknown, place: string): PostRecord {
  const data = openData(value, place, recordSchema);
  return {
    ...readFacts(data),
    references: data.record('references').map(isText, 'a path'),
    images: data.record('images').map(isImageSize, 'a width and a height'),
    ...readNeeds(data),
  };
}

/** The parts and languages that the text of a post takes. Hints only: a part that a later build knows is left out, as are languages too many. */
export function readNeeds(data: DataReader): Pick<PostRecord, 'needs' | 'languages'> {
  const list = (key: string): readonly string[] => (data.hasOwn(key) ? data.strings(key) : []);
  return {
    needs: [...new Set(list('needs').filter(isPartName))],
    languages: list('languages').slice(0, maxRecordLanguages),
  };
}

/** The facts of a record, or of a post in the data block of a page, which leaves out empty lists. */
export function readFacts(data: DataReader): PostFacts {
  const list = (key: string): readonly DataReader[] => (data.hasOwn(key) ? data.records(key) : []);
  return {
    collection: data.choice('collection', ['posts', 'pages']),
    card: readCard(data.record('card')),
    date: readDate(data.optionalRecord('date')),
    updated: readDate(data.optionalRecord('updated')),
    author: data.optionalString('author'),
    description: data.optionalString('description'),
    image: data.optionalString('image'),
    ...readWishes(data),
    previous: readLink(data.optionalRecord('previous')),
    next: readLink(data.optionalRecord('next')),
    related: list('related').map(readRelated),
    ...(data.hasOwn('backlinks') && { backlinks: list('backlinks').map(readPostLink) }),
    series: readSeries(data.optionalRecord('series')),
    translations: list('translations').map(readTranslation),
    problems: list('problems').map(readProblem),
  };
}

/** What few posts have. */
function readWishes(data: DataReader): PostWishes {
  const flag = (key: string): boolean | undefined =>
    data.hasOwn(key) ? data.boolean(key) : undefined;
  return {
    canonical: data.optionalString('canonical'),
    isUnindexed: flag('isUnindexed'),
    isPage: flag('isPage'),
    toc: flag('toc'),
  };
}

/** A card as {@link encodePostRecord} wrote it. */
export function readCard(data: DataReader): PostCard {
  return {
    id: data.integer('id', -1),
    path: data.string('path'),
    permalink: data.string('permalink'),
    title: data.string('title'),
    day: data.optionalString('day'),
    minutes: data.integer('minutes'),
    keywords: data
      .records('keywords')
      .map((keyword) => ({ name: keyword.string('name'), slug: keyword.string('slug') })),
    summary: data.string('summary'),
    language: data.optionalString('language'),
  };
}

/** A heading as it was sent. */
export function readHeading(data: DataReader): Heading {
  return { level: data.integer('level', 1), id: data.string('id'), text: data.string('text') };
}

/** A problem as sent by a worker or kept in a record. */
export function readProblem(data: DataReader): ShownProblem {
  return {
    severity: data.choice('severity', ['error', 'warning', 'info']),
    file: data.string('file'),
    line: data.optionalInteger('line'),
    column: data.optionalInteger('column'),
    message: data.string('message'),
    remedy: data.optionalString('remedy'),
    frame: data.optionalString('frame'),
  };
}

/** A date as {@link encodePostRecord} wrote it. */
export function readDate(data: DataReader | undefined): PostDate | undefined {
  return data && { day: data.string('day'), instant: data.optionalString('instant') };
}

function readLink(data: DataReader | undefined): PostLink | undefined {
  return data && readPostLink(data);
}

function readPostLink(data: DataReader): PostLink {
  return { permalink: data.string('permalink'), title: data.string('title') };
}

function readRelated(data: DataReader): RelatedPost {
  return {
    permalink: data.string('permalink'),
    title: data.string('title'),
    shared: data.strings('shared'),
  };
}

function readTranslation(data: DataReader): Translation {
  return {
    permalink: data.string('permalink'),
    title: data.string('title'),
    language: data.string('language'),
  };
}

function readSeries(data: DataReader | undefined): SeriesView | undefined {
  if (data === undefined) return undefined;
  const parts = data.records('parts').map((part): PostLink => ({
    permalink: part.string('permalink'),
    title: part.string('title'),
  }));
  return { name: data.string('name'), parts, part: data.integer('part', 1) };
}

/** For maps of texts. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** For maps of image sizes. */
export function isImageSize(value: unknown): value is ImageSize {
  if (typeof value !== 'object' || value === null) return false;
  const { width, height } = value as Readonly<Record<'width' | 'height', unknown>>;
  return typeof width === 'number' && typeof height === 'number';
}

/** `record` without what only rendering needs. */
export function pickFacts(record: PostRecord): PostFacts {
  const {
    references: _references,
    images: _images,
    needs: _needs,
    languages: _languages,
    ...facts
  } = record;
  return facts;
}
