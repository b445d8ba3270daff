import { asUntrustedHtml } from './model/html.ts';
import type { UntrustedHtml } from './model/html.ts';
import { renderMarkdown } from './markdown/render-markdown.ts';
import type { LexedText } from './markdown/render-markdown.ts';
import { finishHtml, loadRawElements } from './finish/finish-html.ts';
import type { FinishedHtml } from './finish/finish-html.ts';
import type { PartName } from './model/part.ts';
import type { Post, PostMeta } from './model/post.ts';
import type { RenderContext } from './site/render-context.ts';
import { loadShortcodes } from './shortcode/load-shortcodes.ts';
import { keepBody, mayHaveTags } from './shortcode/tagged-body.ts';
import type { ExpandedBody } from './shortcode/tagged-body.ts';

/** A post as far as rendering its body needs it. */
export interface BodySource extends Pick<Post, 'body' | 'bodyLine'> {
  readonly meta: Pick<PostMeta, 'title' | 'math'>;
  /** The whole post, whose settings shortcodes may print. */
  readonly loadPost: () => Promise<Post>;
}

/** A body as HTML, and what it was made of on the way: `render-body.ts` finds the places of faults by it. */
export interface RenderedSource extends Pick<FinishedHtml, 'headings'> {
  /** Not yet sanitized. */
  readonly html: UntrustedHtml;
  /** Parts of the renderer that the body took. */
  readonly needs: readonly PartName[];
  /** Languages of its code that are coloured, by their names in highlight.js. */
  readonly languages: readonly string[];
  readonly expanded: ExpandedBody;
  readonly lexed: LexedText;
  readonly finished: FinishedHtml;
}

/**
 * The body of `source` as HTML, not yet sanitized: shortcodes → Markdown → HTML. The same source and answers of
 * `context` give the same HTML, at build and in the browser. What the text takes beyond plain Markdown is loaded for it.
 *
 * Linear in the length of the body. It rejects only when a chunk of ours cannot be loaded.
 */
export async function renderSource(
  source: BodySource,
  context: RenderContext,
): Promise<RenderedSource> {
  const { meta } = source;
  const expanded = await expandTags(source, context);
  const { blocks, ...markdown } = await renderMarkdown(normalizeText(expanded.text), {
    math: meta.math ?? context.site.math,
    smartPunctuation: context.site.smartPunctuation,
    words: context.words,
  });
  const options = { context, title: meta.title };
  const first = finishHtml(blocks, options);
  const finished = first.lacksRaw
    ? finishHtml(blocks, { ...options, raw: await loadRawElements() })
    : first;
  return {
    html: asUntrustedHtml(finished.html),
    headings: finished.headings,
    needs: [
      ...expanded.needs,
      ...markdown.needs,
      ...(first.lacksRaw ? (['elements'] as const) : []),
    ],
    languages: markdown.languages,
    expanded,
    lexed: markdown.lexed,
    finished,
  };
}

async function expandTags(source: BodySource, context: RenderContext): Promise<ExpandedBody> {
  if (!mayHaveTags(source.body)) return keepBody(source);
  const [{ expandShortcodes }, post] = await Promise.all([loadShortcodes(), source.loadPost()]);
  return expandShortcodes(post, context);
}

/** Line breaks of all systems as `\n`, without changing how many lines there are; NUL as CommonMark 2.3 asks. */
function normalizeText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.replaceAll('\0', '\uFFFD');
}
