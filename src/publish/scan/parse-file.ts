import type { Problem } from '../../content/model/problem.ts';
import { countControls } from '../../content/text/control-characters.ts';
import { decodeText } from '../../content/text/decode-text.ts';
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
  /** Whether the text could not be parsed, so that its path alone is known; `undefined`: no. */
  readonly isUnread?: boolean | undefined;
  /** True if the file is no text, whatever its name says; `undefined`: no. */
  readonly isBinary?: boolean | undefined;
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
  const { post, problems } = await parsePost(text, path, options);
  const hash = hashBytes(bytes);
  if (isBinary(text)) return { meta: post.meta, problems: [], hash, isBinary: true };
  if (encoding === 'utf-8') return { meta: post.meta, problems, hash };
  const problem: Problem = {
    kind: 'encoding',
    severity: 'warning',
    file: `${options.collection}/${path}`,
    message: `The file is not UTF-8; it was read as \`${encoding}\`.`,
    remedy: 'Save it as UTF-8.',
  };
  return { meta: post.meta, problems: [problem, ...problems], hash };
}

/** Signs at the start of a file that are looked at. */
const sampleLength = 4096;
/** Control characters among them: a text that was damaged has a few, a picture one in eight. */
const mostControls = 0.04;
const fewControls = 8;

/** Tells what is no text: a picture, a film, an archive that was named as a post. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  return countControls(sample) > Math.max(fewControls, sample.length * mostControls);
}
