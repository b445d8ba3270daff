import type { Problem } from '../model/problem.ts';
import { nameSource } from '../model/post.ts';
import type { Keyword, PostMeta } from '../model/post.ts';
import { identifyKeyword } from '../post/taxonomy.ts';
import { slugify } from '../text/slug.ts';

/** Posts whose keywords are settled, and what was done. */
export interface SettledPhrases {
  readonly metas: readonly PostMeta[];
  readonly problems: readonly Problem[];
}

/**
 * `metas` with the texts that were parted into words made whole again where another post has the text as one keyword. The
 * rest stays parted, as in Jekyll, and is reported once.
 */
export function settlePhrases(metas: readonly PostMeta[]): SettledPhrases {
  if (!metas.some(({ phrases }) => phrases !== undefined)) return { metas, problems: [] };
  const known = new Set(
    metas.flatMap(({ keywords }) => keywords.map(({ name }) => identifyKeyword(name))),
  );
  const settled = metas.map((meta) => settle(meta, known));
  return { metas: settled, problems: describe(settled) };
}

function settle(meta: PostMeta, known: ReadonlySet<string>): PostMeta {
  const { phrases = [], ...rest } = meta;
  const whole = phrases.filter((phrase) => known.has(identifyKeyword(phrase)));
  if (whole.length === 0) return meta;
  const words = new Set(whole.flatMap((phrase) => phrase.split(' ').map(identifyKeyword)));
  const joined = whole.map((name): Keyword => ({ name, slug: slugify(name) }));
  const others = meta.keywords.filter(({ name }) => !words.has(identifyKeyword(name)));
  const left = phrases.filter((phrase) => !whole.includes(phrase));
  const keywords = [...joined, ...others];
  return left.length === 0 ? { ...rest, keywords } : { ...rest, keywords, phrases: left };
}

function describe(metas: readonly PostMeta[]): readonly Problem[] {
  const parted = metas.filter(({ phrases }) => phrases !== undefined);
  const [first] = parted;
  if (first === undefined) return [];
  const posts = parted.length === 1 ? 'One post has' : `${parted.length} posts have`;
  const message = `${posts} keywords in one text without commas, here \`${first.phrases?.[0] ?? ''}\`: each word is one, as in Jekyll.`;
  const remedy = 'Put commas between them to keep words together, or set `split_keywords = false`.';
  return [{ kind: 'keyword', severity: 'info', file: nameSource(first), message, remedy }];
}
