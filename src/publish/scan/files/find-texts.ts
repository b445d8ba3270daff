import { decodeText } from '../../../content/text/decode-text.ts';
import { findBlock } from '../../../content/front-matter/block.ts';
import { maximumBlockLength } from '../../../content/front-matter/plain-block.ts';
import { findHidingSetting } from '../../../content/front-matter/lost-hiding-setting.ts';
import { readHead } from '../../disk/read-head.ts';
import type { FolderFile } from '../../disk/walk-folder.ts';
import { createQueue } from '../../disk/work-queue.ts';

/** Formats of posts and pages, which no reader wants as they are: a damaged front matter may hide them too. */
const markupName =
  /\.(?:md|markdown|mdown|mkdn?|mdx|[rq]md|mdoc|mmd|adoc|asciidoc|rst|org|textile|pandoc|njk|liquid)$/i;

/** What else Jekyll makes by its templates. Data files are none: a stream of YAML begins as front matter does. */
const templateName = /\.(?:x?html?|xml|s[ac]ss)$/i;

/** Files opened at a time. */
const parallelFiles = 64;

/**
 * Those of `files` that begin with front matter between fences: sources of pages and posts, drafts among them. So
 * do posts and pages that a damaged one hides. One that cannot be opened counts, as it may be one.
 */
export async function findTexts(files: readonly FolderFile[]): Promise<ReadonlySet<FolderFile>> {
  const texts = new Set<FolderFile>();
  const run = createQueue(parallelFiles);
  for (const file of files) {
    if (!markupName.test(file.path) && !templateName.test(file.path)) continue;
    await run(async () => {
      if (await hasFrontMatter(file)) texts.add(file);
    });
  }
  await run.finish();
  // In the order of the files, whichever was read first.
  return new Set(files.filter((file) => texts.has(file)));
}

async function hasFrontMatter({ file, path }: FolderFile): Promise<boolean> {
  // What cannot be opened now may be a draft.
  const head = await readHead(file, maximumBlockLength).catch(() => undefined);
  if (head === undefined) return true;
  const block = findBlock(decodeText(head).text);
  if (block.kind === 'headers') return false;
  if (block.isClosed && block.kind !== 'none') return true;
  return markupName.test(path) && findHidingSetting(block) !== undefined;
}
