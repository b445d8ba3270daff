import { bodyWords } from '../../content/model/body-words.ts';
import { readFile } from 'node:fs/promises';

import type { PartName } from '../../content/model/part.ts';
import type { Problem } from '../../content/model/problem.ts';
import type { PostBody } from '../../content/model/library.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Heading, ImageSize, Post, PostMeta, RenderedBody } from '../../content/model/post.ts';
import { splitPost } from '../../content/post/split-post.ts';
import { renderBody } from '../../content/render-body.ts';
import type { RenderContext } from '../../content/site/render-context.ts';
import type { Site } from '../../content/site/site.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { toPostTarget } from '../scan/find-target.ts';
import type { PostTarget } from '../scan/find-target.ts';
import { addRemedy } from './add-remedy.ts';
import { sanitize } from './sanitize.ts';

/** A post rendered and sanitized. Serializable: it crosses threads and lies in the cache. */
export interface RenderedPost {
  readonly body: PostBody;
  readonly headings: readonly Heading[];
  /** Faults found while rendering; those of parsing are reported once, by the scan. */
  readonly problems: readonly Problem[];
  readonly references: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, ImageSize>>;
  /** The Markdown it was made from, without front matter: what is searched. */
  readonly markdown: string;
  /** References that led nowhere. With `references`, all that the outcome depends on. */
  readonly missing: readonly string[];
  /** Parts of the renderer that the file took. */
  readonly needs: readonly PartName[];
  /** Languages of its code that are coloured, by their names in highlight.js. */
  readonly languages: readonly string[];
}

/** One post to render: where its source is and what the catalog decided about it. */
export interface RenderJob {
  readonly file: string;
  /** With the final permalink, which a clash may have changed. */
  readonly meta: PostMeta;
}

/** All that rendering needs of the blog. */
export interface RenderWorld {
  readonly site: Site;
  readonly base: string;
  readonly shortcodes: Readonly<Record<string, string>>;
  readonly targetsOf: (from: PostTarget) => RenderContext['findTarget'];
  readonly findImageSize: RenderContext['findImageSize'];
}

/** The post of `job`, read, rendered and sanitized. Throws only for an unreadable file. */
export async function renderPost(job: RenderJob, world: RenderWorld): Promise<RenderedPost> {
  const { meta } = job;
  const { text } = decodeText(await readFile(job.file));
  // The scan read the settings and reported what is wrong with them.
  const { values, body, bodyLine, needs } = await splitPost(text, nameSource(meta));
  const rendered = await renderSplit({ meta, body, bodyLine, frontMatter: values }, world);
  return { ...rendered, needs: [...needs, ...rendered.needs] };
}

async function renderSplit(post: Post, world: RenderWorld): Promise<RenderedPost> {
  const findTarget = world.targetsOf(toPostTarget(post.meta));
  const missing = new Set<string>();
  const rendered = await renderBody(post, {
    site: world.site,
    words: bodyWords,
    base: world.base,
    shortcodes: world.shortcodes,
    findImageSize: world.findImageSize,
    findTarget: (reference) => {
      const target = findTarget(reference);
      if (target === undefined) missing.add(reference);
      return target;
    },
  });
  const { html, removed } = sanitize(rendered.html);
  const isEmpty = rendered.html.trim() === '';
  return {
    body: isEmpty ? { kind: 'empty' } : { kind: 'html', html },
    headings: rendered.headings,
    problems: [...rendered.problems, ...reportRemoved(removed, rendered, post)].map(addRemedy),
    references: rendered.references,
    images: rendered.images,
    markdown: post.body,
    missing: [...missing],
    needs: rendered.needs,
    languages: rendered.languages,
  };
}

/**
 * A problem for each thing that only the sanitizer took away, with the line of its first mention.
 * Rendering names most of it before, so this is the net below.
 */
function reportRemoved(
  removed: readonly string[],
  { problems, findPlace }: RenderedBody,
  post: Post,
): Problem[] {
  const told = new Set(
    problems.map(({ kind, subject }) => (kind === 'html' ? findTag(subject ?? '') : undefined)),
  );
  return [...new Set(removed)].flatMap((what) => {
    const tag = findTag(what);
    if (tag !== undefined && told.has(tag)) return [];
    const place = tag === undefined ? undefined : findPlace(new RegExp(`${tag}(?![^\\s/>])`, 'i'));
    return [
      {
        kind: 'html',
        severity: 'warning',
        subject: what,
        file: nameSource(post.meta),
        line: place?.line,
        column: place?.column,
        message: `\`${what}\` was removed: it is not safe on a page.`,
      },
    ];
  });
}

/** The start of the tag in `<script>` or `style on <p>`, in lower case. */
function findTag(subject: string): string | undefined {
  return /<[a-z][\w:-]*/i.exec(subject)?.[0].toLowerCase();
}
