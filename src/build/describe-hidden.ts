import type { Problem } from '../content/content-error.ts';
import type { HiddenReason, PostMeta } from '../content/post.ts';

/** Why a post is left out, as a note for the terminal; `undefined` for a published one. */
export function describeHidden({ collection, path, hidden }: PostMeta): Problem | undefined {
  if (hidden === undefined) return undefined;
  const file = `${collection}/${path}`;
  return { kind: 'hidden', severity: 'info', file, message: formatReason(hidden) };
}

function formatReason(reason: HiddenReason): string {
  switch (reason.kind) {
    case 'draft':
      return 'Left out: it is a draft.';
    case 'section':
      return `Left out, as is \`${reason.path}\`, the section it lies in.`;
    case 'unpublished':
      return `Left out: \`${reason.setting}\` is \`${reason.value}\`.`;
    case 'unclear':
      return `Left out: \`${reason.setting}\` does not tell whether it is to be published.`;
    case 'future':
      return `Left out: it is dated \`${reason.day}\`. The first build on that day publishes it.`;
    case 'expired':
      return `Left out: it expired on \`${reason.day}\`.`;
    default:
      return reason satisfies never;
  }
}
