import { placeProblems } from './place-problems.ts';
import { findLeftovers } from './markdown/leftovers.ts';
import { blankCode, placeTokenProblems } from './markdown/token-place.ts';
import { nameSource } from './model/post.ts';
import type { Post, RenderedBody } from './model/post.ts';
import { positionAt } from './model/problem.ts';
import type { Problem } from './model/problem.ts';
import { renderSource } from './render-source.ts';
import type { RenderedSource } from './render-source.ts';
import type { RenderContext } from './site/render-context.ts';

/**
 * The body of `post` as HTML by `renderSource`, with the faults of the text and their lines, for the build. Faults are
 * never thrown; it rejects only when a chunk of ours cannot be loaded.
 */
export async function renderBody(post: Post, context: RenderContext): Promise<RenderedBody> {
  const rendered = await renderSource({ ...post, loadPost: () => Promise.resolve(post) }, context);
  const { html, headings, needs, languages, expanded, lexed, finished } = rendered;
  let blanked: string | undefined;
  const prose = (): string => (blanked ??= blankCode(lexed.tokens, lexed.text, lexed.state));
  return {
    html,
    headings,
    needs,
    languages,
    problems: listProblems(rendered, nameSource(post.meta), prose),
    references: { ...expanded.references, ...finished.references },
    images: finished.images,
    findPlace: (pattern) => findPlace(pattern, prose(), expanded.lines),
  };
}

/** Faults of shortcodes, of Markdown and of the HTML. */
function listProblems(
  { expanded, lexed, finished }: RenderedSource,
  file: string,
  prose: () => string,
): readonly Problem[] {
  const { lines } = expanded;
  const found = [...placeTokenProblems(lexed), ...findLeftovers(lexed)].map(
    ({ kind, severity, subject, message, remedy, line }): Problem => ({
      kind,
      severity,
      file,
      line: line === undefined ? undefined : lines[line],
      subject,
      message,
      remedy,
    }),
  );
  return [
    ...expanded.problems,
    ...found,
    ...placeProblems(finished.problems, { file, lines, prose }),
  ];
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
