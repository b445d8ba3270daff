import type { Problem } from '../../content/model/problem.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { findMentions } from '../../content/text/mentions.ts';
import { parsePost } from '../../content/post/parse-post.ts';
import type { ParsedPost, PostMeta } from '../../content/model/post.ts';
import type { Site } from '../../content/site/site.ts';
import { hashBytes } from '../disk/hash-bytes.ts';

/** What reading one file gave: enough to list the post, not its body. */
export interface ParsedFile {
  readonly meta: PostMeta;
  readonly problems: readonly Problem[];
  /** What the text may refer to: see `mentions.ts`. An address of this very blog begins with `/`. */
  readonly mentions: readonly string[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
}

/** What parsing needs to know beyond the file. Serializable, so that it can be sent to a thread. */
export interface ParseOptions {
  readonly site: Site;
  readonly collection: 'posts' | 'pages';
  /** Day of the build in the site's time zone, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A post as its file's bytes hold it. Reports a charset other than UTF-8. Never throws for the text. */
export async function parseBytes(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions,
): Promise<ParsedPost> {
  const { text, encoding } = decodeText(bytes);
  const parsed = await parsePost(text, path, options);
  if (encoding === 'utf-8') return parsed;
  const problem: Problem = {
    kind: 'encoding',
    severity: 'warning',
    file: `${options.collection}/${path}`,
    message: `The file is not UTF-8; it was read as \`${encoding}\`.`,
    remedy: 'Save it as UTF-8.',
  };
  return { ...parsed, problems: [problem, ...parsed.problems] };
}

/** What lists need of a post, and the hash that tells whether its file has changed. */
export async function parseFile(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions,
): Promise<ParsedFile> {
  const { post, problems } = await parseBytes(bytes, path, options);
  const text = `${JSON.stringify(post.frontMatter)}\n${post.body}`;
  const { url } = options.site;
  const mentions = findMentions(url === undefined ? text : text.replaceAll(url, '/'));
  return { meta: post.meta, problems, mentions, hash: hashBytes(bytes) };
}
