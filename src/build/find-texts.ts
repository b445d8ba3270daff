import { decodeText } from '../content/decode-text.ts';
import { findBlock, maximumBlockLength } from '../content/front-matter/block.ts';
import { readHead } from './read-head.ts';
import type { FolderFile } from './walk-folder.ts';
import { createQueue } from './work-queue.ts';

/**
 * Formats of posts and pages, and of what Jekyll makes by its templates. Data files are none: a stream of YAML
 * begins as front matter does.
 */
const sourceName = /\.(?:md|markdown|mdown|mkdn?|mdx|x?html?|xml|s[ac]ss)$/i;

/** Files opened at a time. */
const parallelFiles = 64;

/**
 * Those of `files` that begin with front matter between fences: sources of pages and posts, drafts among them. One
 * that cannot be opened counts, as it may be one.
 */
export async function findTexts(files: readonly FolderFile[]): Promise<ReadonlySet<FolderFile>> {
  const texts = new Set<FolderFile>();
  const run = createQueue(parallelFiles);
  for (const file of files) {
    if (!sourceName.test(file.path)) continue;
    await run(async () => {
      if (await hasFrontMatter(file)) texts.add(file);
    });
  }
  await run.finish();
  // In the order of the files, whichever was read first.
  return new Set(files.filter((file) => texts.has(file)));
}

async function hasFrontMatter({ file }: FolderFile): Promise<boolean> {
  // What cannot be opened now may be a draft.
  const head = await readHead(file, maximumBlockLength).catch(() => undefined);
  if (head === undefined) return true;
  const { kind, isClosed } = findBlock(decodeText(head).text);
  return isClosed && (kind === 'yaml' || kind === 'toml' || kind === 'json');
}
