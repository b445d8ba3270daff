import type { Problem } from '../../content/model/problem.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { hasDisplayMath, readPublishing } from '../../content/post/publishing.ts';
import { parsePost } from '../../content/post/parse-post.ts';
import type { ParseOptions } from '../../content/post/parse-post.ts';
import type { PostMeta } from '../../content/model/post.ts';
import { hashBytes } from '../disk/hash-bytes.ts';

/** What reading one file gave: enough to list the post, not its body. */
export interface ParsedFile {
  readonly meta: PostMeta;
  readonly problems: readonly Problem[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
  /** Whether the text has formulas that no setting of its own asks to read; `undefined`: no. */
  readonly hasUnreadMath?: boolean | undefined;
  /** Whether the text could not be parsed, so that its path alone is known; `undefined`: no. */
  readonly isUnread?: boolean | undefined;
}

/**
 * What lists need of a post, and the hash that tells whether its file has changed. Reports a charset other than
 * UTF-8. Never throws for the text.
 */
export async function parseFile(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions,
): Promise<ParsedFile> {
  const { text, encoding } = decodeText(bytes);
  const { post, problems } = await parsePost(text, path, { ...options, readPublishing });
  const hash = hashBytes(bytes);
  const hasUnreadMath = post.meta.math === undefined && hasDisplayMath(post.body);
  const parsed = { meta: post.meta, problems, hash, ...(hasUnreadMath && { hasUnreadMath }) };
  if (encoding === 'utf-8') return parsed;
  const problem: Problem = {
    kind: 'encoding',
    severity: 'warning',
    file: `${options.collection}/${path}`,
    message: `The file is not UTF-8; it was read as \`${encoding}\`.`,
    remedy: 'Save it as UTF-8.',
  };
  return { ...parsed, problems: [problem, ...problems] };
}
