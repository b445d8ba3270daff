import { decodeText } from '../../content/text/decode-text.ts';
import { asUntrustedHtml } from '../../content/model/html.ts';
import type { SanitizeLater } from '../../content/model/html.ts';
import type { PostBody, PostFacts, PostView } from '../../content/model/library.ts';
import { parsePostRecord, pickFacts } from '../../content/files/post-record.ts';
import type { PostRecord } from '../../content/files/post-record.ts';
import type { PostCard } from '../../content/model/post.ts';
import { recordFile } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import { zonedDay } from '../../content/text/time-zone.ts';
import type { FetchOptions, Http } from '../net/http.ts';
import { orMissing } from '../lists/list-page.ts';
import { LibraryError } from '../net/library-error.ts';
import { loadCode } from '../net/load-code.ts';
import type { PostWords } from './load-words.ts';
import type { RenderPost, RenderResult } from './render-in-worker.ts';
import { createFacts, findSource } from './unlisted-post.ts';
import type { PostSource } from './unlisted-post.ts';

/** The tools that load a post. */
export interface PostTools {
  readonly http: Http;
  readonly site: Site;
  readonly base: string;
  readonly render: RenderPost;
  /** The sanitizer, which is code of its own. Rejects with a `LibraryError` when it does not come. */
  readonly loadSanitize: () => Promise<SanitizeLater>;
  readonly loadShortcodes: () => Promise<Readonly<Record<string, string>>>;
}

/** Options of {@link loadPost}. */
export interface LoadPostOptions extends Pick<FetchOptions, 'signal'> {
  /** When known, saves waiting for the record before the text can be requested. */
  readonly card?: PostCard | undefined;
}

/**
 * The post or free page at `permalink`: its record and its raw Markdown, rendered off the page's thread and
 * sanitized. Where one of them does not come, the worker does not start or is not done in time, or a part of it that the text takes is not
 * there, its finished page is read instead; where that does not come either, what is there of it: its source. A post without a record, put onto the server after the
 * build, is looked for by its name and read by the rules alone. `undefined` when neither is there.
 */
export async function loadPost(
  tools: PostTools,
  permalink: string,
  options: LoadPostOptions = {},
): Promise<PostView | undefined> {
  // Its failure is reported where it is used.
  tools.loadSanitize().catch(() => undefined);
  const outcome = await loadParts(tools, permalink, options).catch((error: unknown) => ({ error }));
  if ('view' in outcome && !outcome.isUnread) return outcome.view;
  options.signal?.throwIfAborted();
  const finished = await loadFinished(tools, permalink, options).catch(() => undefined);
  options.signal?.throwIfAborted();
  if (finished !== undefined) return finished;
  if ('view' in outcome) return outcome.view;
  throw outcome.error;
}

/** A post by its record and text. */
interface PostParts {
  readonly view: PostView | undefined;
  /** True if the worker did not start or could not render it, and the view shows the source. */
  readonly isUnread: boolean;
}

/** What sanitizes HTML that is not plain, wanted by some posts. */
export const importPurify = (): Promise<typeof import('./purify.ts')> => import('./purify.ts');

/** The other way to a post, wanted when all else fails: to be loaded before. */
export const importFinishedPage = (): Promise<typeof import('./finished-page.ts')> =>
  import('./finished-page.ts');

async function loadFinished(
  { http, loadSanitize }: PostTools,
  permalink: string,
  { signal }: LoadPostOptions,
): Promise<PostView | undefined> {
  const [page, { readFinishedPage }, sanitize] = await Promise.all([
    http.loadPage(permalink.slice(1), { signal }),
    loadCode(importFinishedPage),
    loadSanitize(),
  ]);
  return readFinishedPage(page, permalink, sanitize);
}

async function loadParts(
  tools: PostTools,
  permalink: string,
  { card, signal }: LoadPostOptions,
): Promise<PostParts> {
  const { http } = tools;
  const early = card === undefined ? undefined : http.loadBytes(`posts/${card.path}`, { signal });
  // Its failure is reported where it is awaited, unless the record makes it needless.
  early?.catch(() => undefined);
  const record = await http
    .loadJson(recordFile(permalink), parsePostRecord, { signal })
    .catch(orMissing);
  if (record === undefined) {
    return { view: await loadUnlisted(tools, permalink), isUnread: false };
  }
  const { needs, languages, collection } = record;
  if (needs.length > 0) tools.render.prepare?.({ needs, languages });
  if (needs.includes('shortcodes')) tools.loadShortcodes().catch(() => undefined);
  if (needs.includes('purify')) loadCode(importPurify).catch(() => undefined);
  const { path } = record.card;
  const isEarly = early !== undefined && card?.path === path && collection === 'posts';
  const bytes = await (isEarly ? early : http.loadBytes(`${collection}/${path}`, { signal }));
  const [sanitize, words] = await Promise.all([
    tools.loadSanitize(),
    findWords(record.card.language),
  ]);
  const result = await render(tools, { bytes, path, collection }, { record, words }).catch(
    (error: unknown): RenderResult => ({ kind: 'failed', message: String(error) }),
  );
  const sanitizeWith: SanitizeLater = (html) => sanitize(html, words?.policy);
  const view = await createView(sanitizeWith, pickFacts(record), result, bytes);
  return { view, isUnread: result.kind !== 'rendered' };
}

/** The words of a body in another language than the blog's; without them it has those of the blog. */
async function findWords(language: string | undefined): Promise<PostWords | undefined> {
  if (language === undefined) return undefined;
  try {
    return await (await loadCode(() => import('./load-words.ts'))).loadWords(language);
  } catch {
    // A body reads without labels in its own language.
    return undefined;
  }
}

/** A post that the build did not see. Drafts and posts of the future stay hidden. */
async function loadUnlisted(tools: PostTools, permalink: string): Promise<PostView | undefined> {
  const source = await findSource(tools.http, permalink);
  if (source === undefined) return undefined;
  const result = await render(tools, source, {});
  const facts = result.kind === 'rendered' ? result.outcome.facts : undefined;
  if (facts?.isHidden === true) return undefined;
  const known = facts?.card.permalink;
  if (known !== undefined && known !== permalink) {
    // The name of a file leads to a post that has another address: the build may know it there.
    const record = await tools.http.loadJson(recordFile(known), parsePostRecord).catch(orMissing);
    if (record !== undefined) return loadPost(tools, known, { card: record.card });
  }
  // Until the next build there is nothing at the address that its front matter or date give it.
  const sanitize = await tools.loadSanitize();
  return createView(sanitize, createFacts(source, permalink, facts), result, source.bytes);
}

async function render(
  tools: PostTools,
  source: PostSource,
  { record, words }: { readonly record?: PostRecord; readonly words?: PostWords | undefined },
): Promise<RenderResult> {
  const { site, base } = tools;
  return tools.render({
    ...source,
    site,
    base,
    today: zonedDay(Date.now(), site.timeZone ?? 'UTC'),
    shortcodes: mayHaveTags(source.bytes) ? await tools.loadShortcodes() : {},
    words: words?.body,
    known: record && {
      permalink: record.card.permalink,
      title: record.card.title,
      references: record.references,
      images: record.images,
    },
  });
}

/** Tells whether a file may have a tag in braces, in whatever encoding; only then are templates worth loading. */
function mayHaveTags(bytes: ArrayBuffer): boolean {
  const [brace, percent] = [0x7b, 0x25];
  const signs = new Uint8Array(bytes);
  for (let at = signs.indexOf(brace); at !== -1; at = signs.indexOf(brace, at + 1)) {
    // UTF-16 has a zero beside each sign of ASCII.
    const next = signs[at + 1] === 0 ? signs[at + 2] : signs[at + 1];
    if (next === brace || next === percent) return true;
  }
  return false;
}

async function createView(
  sanitize: SanitizeLater,
  facts: PostFacts,
  result: RenderResult,
  bytes: ArrayBuffer,
): Promise<PostView> {
  const body =
    result.kind === 'rendered' ? await createBody(result.outcome.html, sanitize) : undefined;
  if (result.kind === 'rendered' && body !== undefined)
    return { ...facts, body, headings: result.outcome.headings };
  const { text } = decodeText(new Uint8Array(bytes));
  const reason = result.kind === 'timeout' ? 'timeout' : 'failed';
  return { ...facts, body: { kind: 'source', text, reason }, headings: [] };
}

/** The body that `html` is; `undefined` when the sanitizer fails on it. Rejects when its code does not come. */
async function createBody(html: string, sanitize: SanitizeLater): Promise<PostBody | undefined> {
  if (html.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'html', html: (await sanitize(asUntrustedHtml(html))).html };
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    // The source is shown instead, as for a post that cannot be rendered.
    return undefined;
  }
}
