import { decodeText } from '../content/decode-text.ts';
import { findBlock } from '../content/front-matter/block.ts';
import { readHead } from './read-head.ts';
import type { FolderFile } from './walk-folder.ts';
import { createQueue } from './work-queue.ts';

/** Formats of posts. Others may begin with `{` or with `Title: x` and be no post. */
const postName =
  /\.(?:md|markdown|mdown|mkdn?|mdx|[rq]md|html?|xhtml|txt|adoc|org|rst)(?:\.[^./]*)?$/i;

/** Files that hold no text, so that they need not be opened. */
const binaryName =
  /\.(?:png|jpe?g|gif|webp|avif|ico|svgz|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|webm|og[gav]|wav|flac|pdf|zip|gz|wasm)$/i;

/** Front matter begins within that many bytes. */
const headBytes = 4096;

/** Files opened at a time. */
const parallelFiles = 64;

/**
 * Those of `files` that begin with front matter, whatever their names: sources of pages and posts, drafts among
 * them. A file that cannot be opened counts, as it may be one.
 */
export async function findTexts(files: readonly FolderFile[]): Promise<ReadonlySet<FolderFile>> {
  const texts = new Set<FolderFile>();
  const run = createQueue(parallelFiles);
  for (const file of files) {
    if (binaryName.test(file.path)) continue;
    await run(async () => {
      if (await hasFrontMatter(file)) texts.add(file);
    });
  }
  await run.finish();
  return texts;
}

async function hasFrontMatter({ path, file }: FolderFile): Promise<boolean> {
  // What cannot be opened now may be a draft.
  const head = await readHead(file, headBytes).catch(() => undefined);
  if (head === undefined) return true;
  const { kind } = findBlock(decodeText(head).text);
  return kind === 'yaml' || kind === 'toml' || (kind !== 'none' && postName.test(path));
}
