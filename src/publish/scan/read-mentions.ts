import { readFile } from 'node:fs/promises';

import { splitPost } from '../../content/post/split-post.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { findMentions } from '../../content/text/mentions.ts';
import type { ScannedPost } from './scan-posts.ts';

/**
 * A function that reads a post again and lists what its text may refer to: see `mentions.ts`. An address of the blog
 * at `url` begins with `/`. The answer is kept as long as the file is the same, for a development server asks again
 * after every change.
 *
 * A post that could not be parsed in time is not read a second time: it refers to nothing.
 */
export function createMentionReader(
  url: string | undefined,
): (post: ScannedPost) => Promise<readonly string[]> {
  const known = new Map<string, Promise<readonly string[]>>();
  return ({ file, hash, isUnread = false }) => {
    const mentions = known.get(hash) ?? (isUnread ? Promise.resolve([]) : readMentions(file, url));
    known.set(hash, mentions);
    return mentions;
  };
}

async function readMentions(file: string, url: string | undefined): Promise<readonly string[]> {
  const source = await readSource(file);
  const { values, body } = await splitPost(source, file);
  const text = `${JSON.stringify(values)}\n${body}`;
  return findMentions(url === undefined ? text : text.replaceAll(url, '/'));
}

async function readSource(file: string): Promise<string> {
  try {
    return decodeText(await readFile(file)).text;
  } catch {
    // The file is gone since it was scanned: nothing is referred to.
    return '';
  }
}
