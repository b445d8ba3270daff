import type { KeywordShard } from '../../content/files/post-index.ts';
import { isNotFound } from '../net/library-error.ts';
import type { PostIndex } from './load-index.ts';

/**
 * The first page of a keyword; `undefined` when no post has it.
 *
 * Rejects when the file is missing although the blog is said to have the keyword: a fault must not look like
 * an empty list.
 */
export async function findKeyword(
  index: PostIndex,
  slug: string,
): Promise<KeywordShard | undefined> {
  try {
    return await index.loadKeyword(slug);
  } catch (error) {
    if (!isNotFound(error) || (await isNamed(index, slug))) throw error;
    return undefined;
  }
}

async function isNamed(index: PostIndex, slug: string): Promise<boolean> {
  const { keywords, keywordTotal } = await index.loadOverview();
  if (keywords.some((keyword) => keyword.slug === slug)) return true;
  if (keywordTotal <= keywords.length) return false;
  const all = await index.loadKeywords();
  return all.keywords.some((keyword) => keyword.slug === slug);
}
