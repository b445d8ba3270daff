import type { RenderJob } from '../content/files/render-message.ts';
import { draftDesk } from '../content/model/draft-desk.ts';
import { findTargetByRules } from '../content/site/find-target-by-rules.ts';
import { decodePath } from '../content/site/permalink.ts';
import type { RenderContext } from '../content/site/render-context.ts';

const isMarkdown = /\.(?:mdx?|markdown)$/i;

/**
 * What references of a draft lead to. Another draft of its folder is at the desk, by its file; a picture is where it will be
 * published. What the folder does not have is nowhere, and so reported; where only the draft is at hand, everything is taken
 * to be there. Absolute paths are too: they lead to what is published.
 */
export function createDraftTargets({
  draft = [],
  collection,
  path,
}: Pick<RenderJob, 'draft' | 'collection' | 'path'>): RenderContext['findTarget'] {
  const files = new Set(draft);
  const isKnown = (file: string): boolean => files.size === 0 || files.has(file);
  return (reference) => {
    const written = decodePath(reference.replace(/\?.*$/s, '')) ?? '';
    const named = written.startsWith('ref:') ? findByName(written.slice(4), draft) : undefined;
    if (named !== undefined) return draftDesk + named;
    const isRoot = written.startsWith('@/');
    // As a file of another kind, for the rules know of no other drafts.
    const plain = (isRoot ? `/${collection}/${written.slice(2)}` : written).replace(/^ref:/, '');
    const target = findTargetByRules(plain.replace(isMarkdown, ''), { path, collection });
    if (target === undefined) return undefined;
    const ending = isMarkdown.exec(plain)?.[0] ?? '';
    const file = target.slice(1) + ending;
    if (ending !== '') return isKnown(file) ? draftDesk + file : undefined;
    const isBeside = !plain.startsWith('/') && !target.endsWith('/');
    return isBeside && !isKnown(file) ? undefined : target;
  };
}

/** The file that a `ref` means: by its path, or the name of its file or folder. */
function findByName(name: string, files: readonly string[]): string | undefined {
  if (name.startsWith('#')) return undefined;
  const wanted = name.replace(/^\//, '').replace(isMarkdown, '').toLowerCase();
  return files.find((file) => {
    if (!isMarkdown.test(file)) return false;
    const plain = file
      .replace(isMarkdown, '')
      .toLowerCase()
      .replace(/\/index$/, '');
    return plain === wanted || plain.endsWith(`/${wanted}`);
  });
}
