import type { FrontMatter } from './front-matter.ts';
import { findPlainBlock } from './plain-block.ts';
import { readPlainToml } from './base/plain-toml.ts';

/**
 * Reads the front matter at the head of `source`: TOML, YAML, JSON or header lines. What its format refuses
 * is recovered as far as possible and reported. Never throws; all but plain TOML is read by code that is loaded for it,
 * which can fail.
 *
 * @param file - path to name in problems
 */
export async function readFrontMatter(source: string, file: string): Promise<FrontMatter> {
  const block = findPlainBlock(source);
  const values = block && readPlainToml(block.text);
  if (block === undefined || values === undefined) {
    const { readAnyFrontMatter } = await loadWholeFrontMatter();
    return readAnyFrontMatter(source, file);
  }
  const { kind, body, bodyLine } = block;
  return { kind, values, body, bodyLine, problems: [], needs: [], block };
}

/** Loads what reads front matter in every form, but for the packages of its formats. */
export function loadWholeFrontMatter(): Promise<typeof import('./any-front-matter.ts')> {
  return import('./any-front-matter.ts');
}
