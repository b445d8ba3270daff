import { positionAt } from './model/problem.ts';
import type { Problem } from './model/problem.ts';
import { asUntrustedHtml } from './model/html.ts';
import { renderMarkdown } from './markdown/render-markdown.ts';
import { finishHtml } from './finish/finish-html.ts';
import { nameSource } from './model/post.ts';
import type { Post, RenderedBody } from './model/post.ts';
import type { RenderContext } from './site/render-context.ts';
import { expandShortcodes } from './shortcode/expand-shortcodes.ts';

/**
 * The body of `post` as HTML, not yet sanitized: shortcodes → Markdown → HTML. The same post and answers of
 * `context` give the same HTML, at build and in the browser.
 *
 * Linear in the length of the body. Faults of the text are in `problems` with their lines, never thrown; it rejects only
 * when a chunk of ours cannot be loaded.
 */
export async function renderBody(post: Post, context: RenderContext): Promise<RenderedBody> {
  const { meta } = post;
  const file = nameSource(meta);
  const expanded = expandShortcodes(post, context);
  const { blocks, problems, prose } = await renderMarkdown(normalizeText(expanded.text), {
    math: meta.math ?? context.site.math,
    smartPunctuation: context.site.smartPunctuation,
    words: context.words,
  });
  const finished = finishHtml(blocks, {
    context,
    file,
    title: meta.title,
    lines: expanded.lines,
    prose,
  });
  const found = problems.map(({ kind, severity, subject, message, remedy, line }): Problem => ({
    kind,
    severity,
    file,
    line: line === undefined ? undefined : expanded.lines[line],
    subject,
    message,
    remedy,
  }));
  return {
    html: asUntrustedHtml(finished.html),
    headings: finished.headings,
    problems: [...expanded.problems, ...found, ...finished.problems],
    references: { ...expanded.references, ...finished.references },
    images: finished.images,
    findPlace: (pattern) => findPlace(pattern, prose(), expanded.lines),
  };
}

function findPlace(
  pattern: RegExp,
  prose: string,
  lines: readonly number[],
): ReturnType<RenderedBody['findPlace']> {
  const offset = prose.search(pattern);
  if (offset === -1) return undefined;
  const { line, column } = positionAt(prose, offset);
  return { line: lines[line - 1], column };
}

/** Line breaks of all systems as `\n`, without changing how many lines there are; NUL as CommonMark 2.3 asks. */
function normalizeText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.replaceAll('\0', '\uFFFD');
}
