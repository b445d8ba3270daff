import { formatFrame, positionAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { toLineFeeds } from '../front-matter/block.ts';
import { readFrontMatter } from '../front-matter/read-front-matter.ts';
import type { FrontMatter } from '../front-matter/read-front-matter.ts';
import { findMojibake, repairMojibake } from '../text/mojibake.ts';

/**
 * The front matter and the body of `source`, the decoded text of a post's file, with line feeds and mojibake
 * repaired: all that rendering needs of a post whose `PostMeta` is known. Rejects only when the YAML package
 * cannot be loaded.
 *
 * @param file - path to name in problems
 */
export async function splitPost(source: string, file: string): Promise<FrontMatter> {
  const text = toLineFeeds(source);
  const repaired = repairMojibake(text);
  const frontMatter = await readFrontMatter(repaired, file);
  if (repaired === text) return frontMatter;
  return { ...frontMatter, problems: [...describeMojibake(text, file), ...frontMatter.problems] };
}

function describeMojibake(text: string, file: string): readonly Problem[] {
  const found = findMojibake(text);
  const [first] = found;
  if (first === undefined) return [];
  const { line, column } = positionAt(text, first.index);
  const places = found.length === 1 ? '' : ` and ${found.length - 1} more`;
  const message = `\`${first.damaged.slice(0, 20)}\`${places} was read as \`${first.repaired.slice(0, 20)}\`.`;
  const remedy =
    'The file was saved in a wrong encoding once: replace these characters and save it as UTF-8.';
  const frame = formatFrame(text, line, column);
  return [{ kind: 'encoding', severity: 'warning', file, line, column, message, remedy, frame }];
}
