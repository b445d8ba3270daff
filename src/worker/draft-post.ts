// A draft of the blogger, read, rendered and reported on as a build would. Imported by `import()` only: no reader's
// page takes it.

import type { DraftReport } from '../content/files/draft-report.ts';
import type { RenderJob, RenderOutcome } from '../content/files/render-message.ts';
import { addRemedy } from '../content/model/add-remedy.ts';
import { describeHidden } from '../content/model/describe-hidden.ts';
import { formatFrame } from '../content/model/problem.ts';
import type { Problem, ShownProblem } from '../content/model/problem.ts';
import { parsePost } from '../content/post/parse-post.ts';
import { readPublishing } from '../content/post/publishing.ts';
import { renderBody } from '../content/render-body.ts';
import type { RenderContext } from '../content/site/render-context.ts';
import { decodeText } from '../content/text/decode-text.ts';
import { createDraftTargets } from './draft-targets.ts';
import { readFacts } from './unknown-post.ts';

/** The draft of `job`, whose decoded file `text` is, as its page would show it, and all that is wrong with it. */
export async function renderDraft(
  text: string,
  job: RenderJob,
  context: Pick<RenderContext, 'site' | 'words' | 'base' | 'shortcodes'>,
): Promise<RenderOutcome> {
  const { post, problems } = await parsePost(text, job.path, { ...job, readPublishing });
  const findTarget = createDraftTargets(job);
  const rendered = await renderBody(post, {
    ...context,
    findTarget,
    findImageSize: () => undefined,
  });
  const found = [...reportEncoding(job), ...problems, ...rendered.problems];
  const draft: DraftReport = {
    problems: found.map((problem) => showProblem(addRemedy(problem), text)).toSorted(byLine),
    hidden: describeHidden(post.meta)?.message,
    aliases: post.meta.aliases,
  };
  const { html, headings } = rendered;
  return { facts: readFacts(post, findTarget), html, headings, draft };
}

/** A file that is not UTF-8 is read, and said to be so. */
function reportEncoding({ bytes, collection, path }: RenderJob): Problem[] {
  const { encoding } = decodeText(new Uint8Array(bytes));
  if (encoding === 'utf-8') return [];
  return [
    {
      kind: 'encoding',
      severity: 'warning',
      file: `${collection}/${path}`,
      message: `The file is not UTF-8; it was read as \`${encoding}\`.`,
      remedy: 'Save it as UTF-8.',
    },
  ];
}

/** A problem with the line it is about, where that is known. */
function showProblem(problem: Problem, text: string): ShownProblem {
  const { severity, file, line, column, message, remedy } = problem;
  const frame =
    problem.frame ?? (line === undefined ? undefined : formatFrame(text, line, column ?? 1));
  return { severity, file, line, column, message, remedy, frame };
}

function byLine(a: ShownProblem, b: ShownProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
