import type { FrontMatter } from '../front-matter/front-matter.ts';
import { nameSource } from '../model/post.ts';
import type { Post, PostMeta } from '../model/post.ts';
import { splitPost } from './split-post.ts';

/** A post as far as its body needs it. */
export interface BodyPost extends Pick<Post, 'body' | 'bodyLine'> {
  readonly meta: Pick<PostMeta, 'title' | 'math'>;
}

/** The body of `source`, the decoded text of a file, and the setting that matters for it: `math`. Rejects as `splitPost`. */
export async function readBody(
  source: string,
  { path, collection, title }: Pick<PostMeta, 'path' | 'collection' | 'title'>,
): Promise<BodyPost> {
  const { values, body, bodyLine } = await splitPost(source, nameSource({ path, collection }));
  return { meta: { title, math: await readMath(values) }, body, bodyLine };
}

/** The setting is looked for by code of its own, only where something is named like it. */
async function readMath(values: FrontMatter['values']): Promise<boolean | undefined> {
  if (!namesMath(values)) return undefined;
  const { readMathSetting } = await import('./math-setting.ts');
  return readMathSetting(values);
}

/** Tells settings of which one, in whatever table, is named as if it were about formulas. */
function namesMath(table: object): boolean {
  return Object.entries(table).some(
    ([name, value]: [string, unknown]) =>
      /math|katex|latex|^librar/i.test(name) ||
      (typeof value === 'object' && value !== null && namesMath(value)),
  );
}
