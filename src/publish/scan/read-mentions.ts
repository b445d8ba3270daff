import { readFile } from 'node:fs/promises';

import { splitPost } from '../../content/post/split-post.ts';
import { decodePath } from '../../content/site/permalink.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import type { ScannedPost } from './scan-posts.ts';

/** Where names of files stand in Markdown, HTML, JSON and shortcodes. */
const places = [
  // A word.
  /[^\s"'`“”‘’()<>[\]{}|=,;]+/g,
  // Between quotes or angle brackets, where a name may hold blanks and most signs.
  /[^"<>\n]+/g,
  /[^'\n]+/g,
  /[^`\n]+/g,
  // The address of a link, which may hold brackets in pairs.
  /(?<=\]\()(?:[^()\s]|\([^()\s]*\))+/g,
  // A link between brackets, which names a file wherever it lies. The brackets stay and tell it from the others.
  /\[\[[^[\]|#\n]+/g,
  // And blanks.
  /(?<=\]\()(?:[^()\n"]|\([^()\n"]*\)){1,1000}?\.[a-z0-9]{1,12}(?=[\s)])/gi,
];

/** A backslash that makes the sign after it plain text. */
const escape = /\\(?=[!-/:-@[-`{-~])/g;

const fileName = /\.[a-z0-9]{1,12}$/i;

/** Longer ones are no names of files. */
const longestMention = 1024;

/**
 * A function that reads a post again and lists what its text may refer to by {@link findMentions}. An address of the blog
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

/**
 * The names in `text`, source of a post, that may be references to files, each once: paths and addresses as written and, where
 * that differs, decoded. Too many rather than too few. Linear.
 */
export function findMentions(text: string): readonly string[] {
  const plain = text.replace(escape, '').replaceAll('&amp;', '&');
  const found = new Set<string>();
  for (const place of places) {
    for (const [part] of plain.matchAll(place)) {
      if (part.length > longestMention || !part.includes('.')) continue;
      const mention = dropEnd(part.trim().replace(/[?#].*$/s, ''));
      if (!fileName.test(mention)) continue;
      found.add(mention);
      found.add((decodePath(mention) ?? mention).normalize('NFC'));
    }
  }
  return [...found];
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

/** `word` without the full stop of its sentence. */
function dropEnd(word: string): string {
  let end = word.length;
  while (/[.:!]/.test(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}
