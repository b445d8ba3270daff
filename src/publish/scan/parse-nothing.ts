import { decodeText } from '../../content/text/decode-text.ts';
import { findBlock } from '../../content/front-matter/block.ts';
import { maximumBlockLength } from '../../content/front-matter/plain-block.ts';
import { findHidingSetting } from '../../content/front-matter/lost-hiding-setting.ts';
import type { HiddenReason } from '../../content/model/post.ts';
import type { ParseOptions } from '../../content/post/parse-post.ts';
import { parseFile } from './parse-file.ts';
import type { ParsedFile } from './parse-file.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { readHead } from '../disk/read-head.ts';
import type { FolderFile } from '../disk/walk-folder.ts';

/** What was asked, and why it was not answered. */
export interface NothingOptions extends ParseOptions {
  readonly reason: 'timeout' | 'failed';
}

/**
 * What a path alone tells of a post, for one whose text cannot be parsed in time. Hidden if a line of
 * its front matter says so. Throws when the file cannot be read at all.
 */
export async function parseNothing(
  file: FolderFile,
  { reason, ...options }: NothingOptions,
): Promise<ParsedFile> {
  const parsed = await parseFile(new Uint8Array(), file.path, options);
  const head = decodeText(await readHead(file.file, maximumBlockLength)).text;
  const name = `${options.collection}/${file.path}`;
  const message = `The front matter could not be read${reason === 'timeout' ? ' in time' : ''}.`;
  return {
    ...parsed,
    meta: { ...parsed.meta, hidden: findReason(head) ?? parsed.meta.hidden },
    // Not that of the bytes, which are not at hand; a change of the file changes it.
    hash: hashBytes(`${file.file}\n${file.sizeBytes}\n${file.modifiedMs}`),
    isUnread: true,
    problems: [{ kind: 'limit', severity: 'warning', file: name, message }],
  };
}

function findReason(head: string): HiddenReason | undefined {
  const found = findHidingSetting(findBlock(head));
  if (found === undefined) return undefined;
  const { name: setting, value } = found;
  return setting === 'draft' ? { kind: 'draft' } : { kind: 'unpublished', setting, value };
}
