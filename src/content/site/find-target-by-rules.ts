import type { Collection } from '../model/post.ts';
import { decodePath } from './permalink.ts';

/**
 * The target of `reference` in a post that the build does not know of, by the rules alone: a path under the
 * base or a file beside the post is taken to be there; what only a look into the folder could tell
 * (another post by its file, a `ref`) is `undefined`.
 */
export function findTargetByRules(
  reference: string,
  from: { readonly path: string; readonly collection: Collection },
): string | undefined {
  const path = decodePath(reference.replace(/\?.*$/s, ''));
  if (path === undefined || path === '' || /^@|^ref:|\.(?:mdx?|markdown)$/i.test(path))
    return undefined;
  if (path.startsWith('/')) return path;
  const parts = [from.collection, ...from.path.split('/').slice(0, -1)];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}${path.endsWith('/') ? '/' : ''}`;
}
