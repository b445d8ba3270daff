import { toLineFeeds } from '../front-matter/plain-block.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { readFrontMatter } from '../front-matter/read-front-matter.ts';
import { findControl } from '../text/control-characters.ts';
import { mayBeMojibake } from '../text/mojibake-mark.ts';

/**
 * The front matter and the body of `source`, the decoded text of a post's file, with line feeds, mojibake
 * repaired, control characters left out and MDX as the Markdown in it: all that rendering needs of a post whose `PostMeta` is known. Rejects only when code that the text takes
 * cannot be loaded.
 *
 * @param file - path to name in problems
 */
export async function splitPost(source: string, file: string): Promise<FrontMatter> {
  const text = toLineFeeds(source);
  const split = await splitText(text, file);
  if (!/\.mdx$/i.test(file)) return split;
  const { cleanMdx } = await loadMdx();
  const { body, problems } = cleanMdx({ ...split, file });
  return {
    ...split,
    body,
    problems: [...split.problems, ...problems],
    needs: ['mdx', ...split.needs],
  };
}

async function splitText(text: string, file: string): Promise<FrontMatter> {
  if (!mayBeMojibake(text) && findControl(text) === -1) return readFrontMatter(text, file);
  const { repairText } = await loadRepair();
  const repaired = repairText(text, file);
  const frontMatter = await readFrontMatter(repaired.text, file);
  return {
    ...frontMatter,
    problems: [...repaired.problems, ...frontMatter.problems],
    needs: ['repair', ...frontMatter.needs],
  };
}

/** Loads what makes Markdown of MDX. */
export function loadMdx(): Promise<typeof import('../mdx/clean-mdx.ts')> {
  return import('../mdx/clean-mdx.ts');
}

/** Loads what repairs a text that was saved in a wrong encoding. */
export function loadRepair(): Promise<typeof import('./repair-text.ts')> {
  return import('./repair-text.ts');
}
