import { schemeOf } from '../html/html-policy.ts';
import type { RenderContext } from '../site/render-context.ts';

/**
 * The cover image that a front matter names as `written`, as a path under the base or an absolute URL; `undefined`
 * when it is nowhere. A query after the name of a file is another host's; a path that does not begin with `/` is
 * that of a file beside the post or, as Hugo has it, of one at the root.
 */
export function findCover(
  written: string | undefined,
  findTarget: RenderContext['findTarget'],
): string | undefined {
  if (written === undefined || written === '') return undefined;
  if (/^https?:\/\//i.test(written)) return written;
  if (written.startsWith('//')) return `https:${written}`;
  const path = written.replace(/[?#].*$/s, '');
  if (path === '' || schemeOf(path) !== undefined) return undefined;
  return [written, path, `/${path}`]
    .map(findTarget)
    .find((target) => target !== undefined && !target.endsWith('/'));
}
