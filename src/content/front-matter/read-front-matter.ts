import { findBlock } from './block.ts';
import type { FrontMatter } from './front-matter.ts';
import { readPlainToml } from './base/plain-toml.ts';

/**
 * Reads the front matter at the head of `source`: TOML, YAML, JSON or header lines. What its format refuses
 * is recovered as far as possible and reported. Never throws; all but plain TOML is read by code that is loaded for it,
 * which can fail.
 *
 * @param file - path to name in problems
 */
export async function readFrontMatter(source: string, file: string): Promise<FrontMatter> {
  const block = findBlock(source);
  const { kind, body, bodyLine } = block;
  const isPlain = kind === 'toml' && block.isClosed;
  const values = isPlain ? readPlainToml(block.text) : undefined;
  if (values !== undefined) return { kind, values, body, bodyLine, problems: [], needs: [], block };
  const { readWholeBlock } = await loadWholeFrontMatter();
  return readWholeBlock(block, file);
}

/** Loads what reads front matter in every form, but for the packages of its formats. */
export function loadWholeFrontMatter(): Promise<typeof import('./any-front-matter.ts')> {
  return import('./any-front-matter.ts');
}
