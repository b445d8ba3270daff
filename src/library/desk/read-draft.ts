import { parseDraftReport } from '../../content/files/draft-report.ts';
import type { DraftReport } from '../../content/files/draft-report.ts';
import type { RenderOutcome } from '../../content/files/render-message.ts';
import { asUntrustedHtml } from '../../content/model/html.ts';
import type { SanitizeLater } from '../../content/model/html.ts';
import type { PostBody, PostView } from '../../content/model/library.ts';
import { partNames } from '../../content/model/part.ts';
import type { PostCard } from '../../content/model/post.ts';
import type { Site } from '../../content/site/site.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { zonedDay } from '../../content/text/time-zone.ts';
import { loadCode } from '../net/load-code.ts';
import { importPurify } from '../post/load-post.ts';
import type { RenderPost, RenderResult } from '../post/render-in-worker.ts';
import type { ChosenFiles } from './chosen-files.ts';
import { type FilePlace, placeFile, placeFiles } from './place-files.ts';
import { showPictures } from './show-pictures.ts';

/** A draft as it would be published, and what its author wants to know of it. */
export interface Draft extends Pick<DraftReport, 'hidden' | 'aliases'> {
  /** With its problems. */
  readonly view: PostView;
  /** Gives back the memory of its pictures, once it is no longer shown. */
  readonly release: () => void;
}

/** What drafts are read with: that which reads the posts of readers. */
export interface DraftTools {
  readonly site: Site;
  readonly base: string;
  readonly render: RenderPost;
  readonly loadSanitize: () => Promise<SanitizeLater>;
  readonly loadShortcodes: () => Promise<Readonly<Record<string, string>>>;
}

/**
 * The draft at `path` of `chosen`. Read, rendered off the page's thread and sanitized as posts of readers are.
 * Rejects when the file can no longer be read, or when our own code cannot be loaded.
 */
export async function readDraft(
  tools: DraftTools,
  chosen: ChosenFiles,
  path: string,
): Promise<Draft> {
  const { site, base } = tools;
  const place = placeFile(path, chosen, site);
  const files = placeFiles(chosen, site);
  const file = await chosen.files.get(path)?.open();
  if (file === undefined) throw new Error(`\`${path}\` is not among the chosen files.`);
  const bytes = await file.arrayBuffer();
  const { text } = decodeText(new Uint8Array(bytes));
  const result = await tools.render({
    ...place,
    // The worker gets a copy, so that the text can be shown if it fails.
    bytes,
    site,
    base,
    today: zonedDay(Date.now(), site.timeZone ?? 'UTC'),
    shortcodes: await tools.loadShortcodes(),
    known: undefined,
    draft: chosen.isFolder ? [...files.keys()] : [],
  });
  const outcome = result.kind === 'rendered' ? result.outcome : undefined;
  const report = outcome === undefined ? undefined : parseDraftReport(outcome.draft);
  const { body, removed, release } = await createBody(result, text, { tools, files });
  const name = `${place.collection}/${place.path}`;
  const told = (report?.problems ?? []).map(({ message }) => message).join('\n');
  const problems = [
    ...describeFailure(result, name),
    ...(report?.problems ?? []),
    ...[...new Set(removed)]
      .filter((what) => !told.includes(what.replace(/^.* on /, '').replace(/>$/, '')))
      .map((what) => ({
        severity: 'warning' as const,
        file: name,
        message: `\`${what}\` was removed: it is not safe on a page.`,
      })),
  ];
  const facts = { ...createFacts(place, outcome), problems };
  const view = { ...facts, body, headings: outcome?.headings ?? [] };
  return { view, hidden: report?.hidden, aliases: report?.aliases ?? [], release };
}

/** Loads all that any draft may take, so that the desk goes on without a network. */
export function warmUpDesk({ render, loadSanitize, loadShortcodes }: DraftTools): void {
  // Whoever reads a draft gets the failure.
  Promise.all([loadSanitize(), loadShortcodes(), loadCode(importPurify)]).catch(() => undefined);
  render.prepare?.({ needs: partNames, languages: [] });
}

async function createBody(
  result: RenderResult,
  text: string,
  { tools, files }: { readonly tools: DraftTools; readonly files: ReturnType<typeof placeFiles> },
): Promise<{ body: PostBody; removed: readonly string[]; release: () => void }> {
  const nothing = { removed: [], release: () => undefined };
  if (result.kind !== 'rendered') {
    const reason = result.kind === 'timeout' ? 'timeout' : 'failed';
    return { body: { kind: 'source', text, reason }, ...nothing };
  }
  const { html: source } = result.outcome;
  if (source.trim() === '') return { body: { kind: 'empty' }, ...nothing };
  const sanitize = await tools.loadSanitize();
  const { html, removed } = await sanitize(asUntrustedHtml(source));
  const { content } = html;
  const release =
    content instanceof Element
      ? await showPictures(content, { files, base: tools.base })
      : nothing.release;
  return { body: { kind: 'html', html }, removed, release };
}

function describeFailure(result: RenderResult, file: string): PostView['problems'] {
  if (result.kind !== 'failed') return [];
  return [{ severity: 'error', file, message: result.message }];
}

function createFacts(
  { collection, path }: FilePlace,
  outcome: RenderOutcome | undefined,
): Omit<PostView, 'body' | 'headings' | 'problems'> {
  const facts = outcome?.facts;
  const card: PostCard = facts?.card ?? {
    id: -1,
    path,
    permalink: '/',
    title: path,
    day: undefined,
    minutes: 0,
    keywords: [],
    summary: '',
    language: undefined,
  };
  return {
    collection,
    card,
    date: facts?.date,
    updated: facts?.updated,
    author: facts?.author,
    description: facts?.description,
    image: facts?.image,
    previous: undefined,
    next: undefined,
    related: [],
    series: undefined,
    translations: [],
  };
}
