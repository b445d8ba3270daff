import { readFile } from 'node:fs/promises';

import type { PartName } from '../../content/model/part.ts';
import type { Problem } from '../../content/model/problem.ts';
import type { Block } from '../../content/front-matter/plain-block.ts';
import type { PostBody } from '../../content/model/library.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Heading, ImageSize, Post, PostMeta, RenderedBody } from '../../content/model/post.ts';
import { splitPost } from '../../content/post/split-post.ts';
import { findGenerator } from '../../content/address/generator.ts';
import { slugifyAsZola } from '../../content/address/spelling.ts';
import { loadTransliterate } from '../../content/address/transliterate.ts';
import { slugHeading } from '../../content/finish/heading-id.ts';
import { renderBody } from '../../content/render-body.ts';
import type { RenderContext } from '../../content/site/render-context.ts';
import type { Site } from '../../content/site/site.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { toPostTarget } from '../scan/find-target.ts';
import type { PostTarget } from '../scan/find-target.ts';
import type { OpenVault, VaultPost, VaultUse } from '../vault/read-vault-post.ts';
import { addRemedy } from '../../content/model/add-remedy.ts';
import { checkPost } from '../advice/check-post.ts';
import type { Finding } from '../advice/finding.ts';
import { addColumn } from './add-column.ts';
import { findBodyWords } from '../messages/find-body-words.ts';
import { sanitize } from './sanitize.ts';

/** A post rendered and sanitized. Serializable: it crosses threads and lies in the cache. */
export interface RenderedPost {
  readonly body: PostBody;
  readonly headings: readonly Heading[];
  /** Faults found while rendering; those of parsing are reported once, by the scan. */
  readonly problems: readonly Problem[];
  /** Whatever else would surprise: for the doctor, and counted by builds. */
  readonly findings: readonly Finding[];
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
  /** The file that is published instead of the source, where the marks of a vault were rewritten. */
  readonly published?: string | undefined;
  /** What rewriting them depended on. */
  readonly vault?: VaultUse | undefined;
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
  /** What reads the marks of vaults; `undefined` where none is read. */
  readonly vault?: OpenVault | undefined;
}

/** The post of `job`, read, rendered and sanitized. Throws only for an unreadable file. */
export async function renderPost(job: RenderJob, world: RenderWorld): Promise<RenderedPost> {
  const { meta } = job;
  const source = decodeText(await readFile(job.file)).text;
  const vault = world.vault?.read(source, nameSource(meta));
  const text = vault?.text ?? source;
  // The scan read the settings and reported what is wrong with them.
  const { values, body, bodyLine, needs, block } = await splitPost(text, nameSource(meta));
  const rendered = await renderSplit({ meta, body, bodyLine, frontMatter: values, block }, world);
  const whole = { ...rendered, needs: [...needs, ...rendered.needs] };
  const placed = vault === undefined ? whole : addVault(whole, vault, meta);
  const lines = source.split(/\r\n?|\n/);
  return { ...placed, problems: placed.problems.map((problem) => addColumn(problem, lines)) };
}

/** `rendered` with the faults of its marks, and all faults at their lines in the source. */
function addVault(rendered: RenderedPost, vault: VaultPost, meta: PostMeta): RenderedPost {
  const file = nameSource(meta);
  const place = <Placed extends Problem>(problem: Placed): Placed =>
    problem.file === file && problem.line !== undefined
      ? { ...problem, line: vault.findLine(problem.line) }
      : problem;
  const found = vault.problems.map((problem) => ({ ...problem, file }));
  return {
    ...rendered,
    problems: [...found, ...rendered.problems.map(place)],
    findings: rendered.findings.map(place),
    vault: vault.use,
    published: vault.isRewritten ? vault.text : undefined,
  };
}

/** A post and the block of its front matter. */
interface SplitPost extends Post {
  readonly block: Block;
}

async function renderSplit(post: SplitPost, world: RenderWorld): Promise<RenderedPost> {
  const findTarget = world.targetsOf(toPostTarget(post.meta));
  const findOldId = await createOldIds(post.body, world.site);
  const missing = new Set<string>();
  const words = findBodyWords(world.site, post.meta.language);
  const rendered = await renderBody(post, {
    site: world.site,
    words,
    base: world.base,
    shortcodes: world.shortcodes,
    findImageSize: world.findImageSize,
    findTarget: (reference) => {
      if (reference.startsWith('ref:#')) return findOldId?.(reference.slice(5));
      const target = findTarget(reference);
      if (target === undefined) missing.add(reference);
      return target;
    },
  });
  const { html, removed, isPlain } = sanitize(rendered.html, world.site, words);
  const isEmpty = rendered.html.trim() === '';
  return {
    findings: checkPost({
      ...post,
      file: nameSource(post.meta),
      html: String(html.content),
      findPlace: rendered.findPlace,
    }),
    body: isEmpty ? { kind: 'empty' } : { kind: 'html', html },
    headings: rendered.headings,
    problems: [...rendered.problems.map(nameAssets), ...reportRemoved(removed, rendered, post)].map(
      addRemedy,
    ),
    references: rendered.references,
    images: rendered.images,
    markdown: post.body,
    missing: [...missing],
    needs: isPlain ? rendered.needs : [...rendered.needs, 'purify'],
    languages: rendered.languages,
  };
}

/** A link within a text, or to another post, to an id in Latin letters. */
const plainFragment = /#([a-z0-9]+(?:-[a-z0-9]+)*)/g;

function hasScript(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text);
}

/**
 * The function that gives the id that Zola has for the heading of a text, where it is not ours: for all headings of a
 * blog that is Zola's, else for those of other scripts to which `body` itself has a link. `undefined` where no text
 * can have one.
 */
async function createOldIds(
  body: string,
  site: Site,
): Promise<((text: string) => string | undefined) | undefined> {
  const isZola = findGenerator(site) === 'zola';
  const wanted = new Set(isZola ? [] : Array.from(body.matchAll(plainFragment), ([, id]) => id));
  if (!isZola && (wanted.size === 0 || !hasScript(body))) return undefined;
  const transliterate = await loadTransliterate();
  return (text) => {
    const id = slugifyAsZola(text, transliterate);
    if (id === '' || id === slugHeading(text)) return undefined;
    const isWanted = (): boolean =>
      hasScript(text) && [id, id.replaceAll('-', '')].some((each) => wanted.has(each));
    return isZola || isWanted() ? id : undefined;
  };
}

/** `problem` with another way out, if it is about a picture that most likely lies outside of the folders of the blog. */
function nameAssets(problem: Problem): Problem {
  const isElsewhere = problem.kind === 'asset' && /^(?:\.\.\/|[@~])/.test(problem.subject ?? '');
  if (!isElsewhere) return problem;
  return {
    ...problem,
    remedy:
      'Name the folder that it lies in with `assets` in the settings, or put it beside the post.',
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
