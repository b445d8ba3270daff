import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Problem } from '../../content/model/problem.ts';
import { findCover } from '../../content/finish/cover.ts';
import type { PostBody } from '../../content/model/library.ts';
import { nameSource } from '../../content/model/post.ts';
import type { PostMeta } from '../../content/model/post.ts';
import { maxRecordLanguages } from '../../content/files/post-record.ts';
import type { PostRecord } from '../../content/files/post-record.ts';
import type { RenderContext } from '../../content/site/render-context.ts';
import { cutText, maximumSummaryLength } from '../../content/text/cut-text.ts';
import { attribute, decodeValue, startTag } from '../feeds/serialized-html.ts';
import type { RenderedPost } from '../render/render-post.ts';

/** What a record is made of. */
export interface RecordInput {
  readonly catalog: Catalog;
  readonly rendered: Pick<RenderedPost, 'references' | 'images' | 'needs' | 'languages'>;
  /** The body, where {@link needsBody} asks for it. */
  readonly body?: PostBody | undefined;
  readonly findTarget: RenderContext['findTarget'];
  /** Faults to show on the page: in development those of the post, in a published blog none. */
  readonly problems: PostRecord['problems'];
  /** Path under the base of a picture drawn for previews. */
  readonly preview?: string | undefined;
  /** Posts that lead to it; `undefined` for none. */
  readonly backlinks?: PostRecord['backlinks'];
}

/** What `<permalink>post.json` tells of the post or free page of `entry`. */
export function createRecord(entry: CatalogEntry, input: RecordInput): PostRecord {
  const { meta, card } = entry;
  const { references, images, needs, languages } = input.rendered;
  const relations = input.catalog.findRelations(entry);
  const mentioned = new Set(input.backlinks?.map(({ permalink }) => permalink));
  return {
    collection: meta.collection,
    card,
    date: meta.date,
    updated: meta.updated,
    author: meta.author,
    description: describe(entry, input.body),
    image: findCover(meta.image, input.findTarget) ?? input.preview,
    canonical: meta.canonical,
    isUnindexed: meta.isUnindexed,
    isPage: meta.isPage,
    toc: meta.toc,
    references,
    images,
    needs: [...new Set(needs)],
    languages: languages.slice(0, maxRecordLanguages),
    ...relations,
    // What leads here stands on the page once.
    related: relations.related.filter(({ permalink }) => !mentioned.has(permalink)),
    ...(input.backlinks && { backlinks: input.backlinks }),
    problems: input.problems,
  };
}

/** What describes the post where its summary does not; the page takes that for all others. */
function describe({ meta, card }: CatalogEntry, body: PostBody | undefined): string | undefined {
  if (meta.description !== undefined)
    return meta.description === card.summary ? undefined : meta.description;
  return body === undefined ? undefined : describePictures(body);
}

/** Tells whether only the pictures of a post say anything about it. */
export function needsBody({ meta, card }: CatalogEntry): boolean {
  return meta.description === undefined && card.summary === '';
}

/** Says so when the cover image that `meta` names is nowhere. */
export function checkImage(
  { collection, path, image }: PostMeta,
  findTarget: RenderContext['findTarget'],
): readonly Problem[] {
  if (image === undefined || findCover(image, findTarget) !== undefined) return [];
  return [
    {
      kind: 'asset',
      severity: 'warning',
      file: nameSource({ collection, path }),
      message: `The image \`${image}\` of the front matter was not found, so previews go without it.`,
      remedy: 'Write its name as that of a file beside the post, its path, or a whole address.',
    },
  ];
}

/**
 * The alternative text of the first picture of `body` that has one; `undefined` when none has. It tells what a post
 * without any words is about.
 */
function describePictures(body: PostBody): string | undefined {
  if (body.kind !== 'html') return undefined;
  for (const [, name = '', attributes = ''] of String(body.html.content).matchAll(startTag)) {
    if (name.toLowerCase() !== 'img') continue;
    for (const [, key = '', value = ''] of attributes.matchAll(attribute)) {
      const text = key === 'alt' ? decodeValue(value).replace(/\s+/g, ' ').trim() : '';
      if (text !== '') return cutText(text, maximumSummaryLength);
    }
  }
  return undefined;
}
