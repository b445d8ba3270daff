// What the page and the worker that renders posts say to each other. Each side checks what it gets.
import { openData } from './data-reader.ts';
import type { DataReader } from './data-reader.ts';
import { isImageSize, isText, readCard, readDate, readHeading, readNeeds } from './post-record.ts';
import type { PostRecord } from './post-record.ts';
import type { Collection, Heading, ImageSize, PostCard, PostDate } from '../model/post.ts';
import type { BodyMessages } from '../messages/create-body-words.ts';
import type { NavigationLink, Site } from '../site/site.ts';

/** A post to be read and rendered. */
export interface RenderJob {
  /** The file as it came. */
  readonly bytes: ArrayBuffer;
  readonly path: string;
  readonly collection: Collection;
  readonly site: Site;
  readonly base: string;
  /** Day by which posts are of the future, `YYYY-MM-DD`. */
  readonly today: string;
  readonly shortcodes: Readonly<Record<string, string>>;
  /** Words for a body in another language than the blog's, where that language has them. */
  readonly words?: JobWords | undefined;
  /** What `post.json` tells; `undefined` for a post it does not exist for, which renders by the rules alone. */
  readonly known: KnownFacts | undefined;
  /**
   * Given for a draft on the blogger's device, which is reported on: the files beside it, as `posts/x/cup.png`; none where
   * only the draft is at hand.
   */
  readonly draft?: readonly string[];
}

/** Sentences for a body, and the language of their numbers and plural forms. */
export interface JobWords extends BodyMessages {
  readonly language: string;
}

/** Facts of a post that the build found out. */
export interface KnownFacts {
  readonly permalink: string;
  readonly title: string;
  readonly references: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, ImageSize>>;
}

/** Facts of a post that its text tells. */
export interface TextFacts {
  readonly card: PostCard;
  readonly date: PostDate | undefined;
  readonly updated: PostDate | undefined;
  readonly author: string | undefined;
  readonly description: string | undefined;
  readonly image: string | undefined;
  /** Whether it is a draft, of the future or the like. */
  readonly isHidden: boolean;
}

/** A job done. */
export interface RenderOutcome {
  /** `undefined` for a post that the build knows. */
  readonly facts: TextFacts | undefined;
  /** HTML that no sanitizer has seen. */
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Of a draft: what `parseDraftReport` checks. */
  readonly draft?: unknown;
}

/** The parts and languages that a text takes, as the build found out: see `post-record.ts`. */
export type Needs = Pick<PostRecord, 'needs' | 'languages'>;

/** To the worker: a job, what a coming job takes, or a question whether it is still there. */
export type WorkerRequest =
  | ({ readonly kind: 'prepare' } & Needs)
  | { readonly kind: 'render'; readonly id: number; readonly job: RenderJob }
  | { readonly kind: 'ping' };

/** From the worker. `ready` and `pong` say that it is alive. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'rendered'; readonly id: number; readonly outcome: RenderOutcome }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Checks a message to the worker. @throws ContentError naming the field at fault. */
export function parseWorkerRequest(value: unknown): WorkerRequest {
  const data = openData(value, 'message to the render worker');
  const kind = data.choice('kind', ['render', 'prepare', 'ping']);
  switch (kind) {
    case 'ping':
      return { kind };
    case 'prepare':
      return { kind, ...readNeeds(data) };
    case 'render':
      return { kind, id: data.integer('id'), job: readJob(data.record('job')) };
    default:
      return kind satisfies never;
  }
}

/** Checks a message from the worker. @throws ContentError naming the field at fault. */
export function parseWorkerReply(value: unknown): WorkerReply {
  const data = openData(value, 'message from the render worker');
  const kind = data.choice('kind', ['ready', 'pong', 'rendered', 'failed']);
  switch (kind) {
    case 'ready':
    case 'pong':
      return { kind };
    case 'failed':
      return { kind, id: data.integer('id'), message: data.string('message') };
    case 'rendered':
      return { kind, id: data.integer('id'), outcome: readOutcome(data.record('outcome')) };
    default:
      return kind satisfies never;
  }
}

function readJob(data: DataReader): RenderJob {
  const known = data.optionalRecord('known');
  return {
    bytes: data.value('bytes', isBuffer, 'an array of bytes'),
    path: data.string('path'),
    collection: data.choice('collection', ['posts', 'pages']),
    site: readSite(data.record('site')),
    base: data.string('base'),
    today: data.string('today'),
    shortcodes: data.record('shortcodes').map(isText, 'a template'),
    words: data.value('words', isWords, 'words of a body'),
    known: known && {
      permalink: known.string('permalink'),
      title: known.string('title'),
      references: known.record('references').map(isText, 'a path'),
      images: known.record('images').map(isImageSize, 'a width and a height'),
    },
    ...(data.hasOwn('draft') && { draft: data.strings('draft') }),
  };
}

/** Checks that words are groups of texts; which texts, the build has checked. */
function isWords(value: unknown): value is JobWords | undefined {
  if (value === undefined) return true;
  const groups = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return groups.length > 3 && groups.every((group) => Object.values(group ?? {}).every(isText));
}

function readSite(data: DataReader): Site {
  return {
    title: data.string('title'),
    description: data.string('description'),
    url: data.optionalString('url'),
    language: data.string('language'),
    timeZone: data.optionalString('timeZone'),
    author: data.optionalString('author'),
    permalink: data.string('permalink'),
    permalinks: data.record('permalinks').map(isText, 'a pattern'),
    // Of the settings, which were checked when they were read.
    generator: data.optionalString('generator') as Site['generator'],
    languageFolders: data.strings('languageFolders'),
    posts: data.string('posts'),
    pages: data.string('pages'),
    static: data.string('static'),
    shortcodes: data.string('shortcodes'),
    assets: data.record('assets').map(isText, 'a folder'),
    navigation: data.records('navigation').map((link): NavigationLink => ({
      title: link.string('title'),
      url: link.string('url'),
    })),
    footer: data.string('footer'),
    font: data.choice('font', ['book', 'system']),
    math: data.boolean('math'),
    smartPunctuation: data.boolean('smartPunctuation'),
    feedLength: data.integer('feedLength', 1),
    image: data.optionalString('image'),
    future: data.boolean('future'),
    splitKeywords: data.boolean('splitKeywords'),
    imageHosts: data.strings('imageHosts'),
    mediaHosts: data.strings('mediaHosts'),
    frameHosts: data.strings('frameHosts'),
    remote: data.choice('remote', ['load', 'ask']),
    offline: data.boolean('offline'),
  };
}

function readOutcome(data: DataReader): RenderOutcome {
  const facts = data.optionalRecord('facts');
  return {
    facts: facts && {
      card: readCard(facts.record('card')),
      date: readDate(facts.optionalRecord('date')),
      updated: readDate(facts.optionalRecord('updated')),
      author: facts.optionalString('author'),
      description: facts.optionalString('description'),
      image: facts.optionalString('image'),
      isHidden: facts.boolean('isHidden'),
    },
    html: data.string('html'),
    headings: data.records('headings').map(readHeading),
    draft: data.value('draft', isReport, 'a report'),
  };
}

/** Its reader is code that comes with the draft desk. */
function isReport(value: unknown): value is object | undefined {
  return value === undefined || typeof value === 'object';
}

function isBuffer(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer;
}
