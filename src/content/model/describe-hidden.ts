import type { Problem } from './problem.ts';
import { nameSource } from './post.ts';
import type { HiddenReason, OwnReason, PostMeta } from './post.ts';

/**
 * A note for the terminal that says why a post is left out; `undefined` for a published one. With `isShown` the one who writes
 * sees the post all the same.
 */
export function describeHidden(
  { collection, path, hidden }: PostMeta,
  isShown = false,
): Problem | undefined {
  if (hidden === undefined) return undefined;
  const file = nameSource({ collection, path });
  return { kind: 'hidden', severity: 'info', file, message: formatMessage(hidden, isShown) };
}

function formatMessage(hidden: HiddenReason, isShown: boolean): string {
  const begin = isShown ? 'Shown to you, and not to readers' : 'Left out';
  return hidden.kind === 'section'
    ? `${begin} with its section, \`${hidden.path}\`: ${formatReason(hidden.reason)}`
    : `${begin}: ${formatReason(hidden)}`;
}

function formatReason(reason: OwnReason): string {
  switch (reason.kind) {
    case 'draft':
      return 'it is a draft.';
    case 'name':
      return `\`${reason.part}\` begins with \`_\`, as Jekyll and Astro mark what is not published. Rename it to publish it.`;
    case 'theme':
      return `\`${reason.layout}\` is a page that a theme makes of all posts. Its address leads to \`${reason.to}\`.`;
    case 'moved':
      return `it has moved to \`${reason.to}\`, and its address leads there.`;
    case 'template':
      return `it is a template, as it lies in the vault’s folder \`${reason.folder}\`.`;
    case 'unpublished':
      return `\`${reason.setting}\` is \`${reason.value}\`.`;
    case 'unclear':
      return `\`${reason.setting}\` does not tell whether it is to be published.`;
    case 'future':
      return `it is dated \`${reason.day}\`. The first build on that day publishes it.`;
    case 'expired':
      return `it expired on \`${reason.day}\`.`;
    default:
      return reason satisfies never;
  }
}
