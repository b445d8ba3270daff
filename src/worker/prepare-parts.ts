import { loadCode } from '../content/code/load-code.ts';
import { loadGrammar } from '../content/code/load-grammar.ts';
import type { Needs } from '../content/files/render-message.ts';
import { loadRawElements } from '../content/finish/finish-html.ts';
import { loadToml, loadYaml } from '../content/front-matter/load-formats.ts';
import { loadWholeFrontMatter } from '../content/front-matter/read-front-matter.ts';
import { loadEmoji } from '../content/markdown/constructs/load-emoji.ts';
import { loadTemml } from '../content/markdown/constructs/load-temml.ts';
import {
  loadDialect,
  loadEntities,
  loadLeniency,
  loadMathSyntax,
} from '../content/markdown/syntax-needs.ts';
import type { PartName } from '../content/model/part.ts';
import { loadMdx, loadRepair } from '../content/post/split-post.ts';
import { loadShortcodes } from '../content/shortcode/load-shortcodes.ts';
import { loadLiquid } from '../content/shortcode/tagged-body.ts';

/** Loads what reads all settings of a post, and beside it the parts that it looks them up by and reads their text with. */
export async function loadWholePost(): Promise<typeof import('./unknown-post.ts')> {
  const [module] = await Promise.all([
    import('./unknown-post.ts'),
    loadWholeFrontMatter(),
    loadEntities(),
  ]);
  return module;
}

const loaders: Readonly<Record<PartName, () => Promise<unknown>>> = {
  settings: loadWholePost,
  mdx: loadMdx,
  repair: loadRepair,
  'front-matter': loadWholeFrontMatter,
  toml: loadToml,
  yaml: loadYaml,
  shortcodes: loadShortcodes,
  liquid: loadLiquid,
  dialect: loadDialect,
  leniency: loadLeniency,
  code: loadCode,
  grammar: loadGrammar,
  math: loadMathSyntax,
  formulas: loadTemml,
  emoji: loadEmoji,
  entities: loadEntities,
  elements: loadRawElements,
  // The page's own.
  purify: () => Promise.resolve(),
};

/** Loads everything that a coming job takes, all at once. A part that cannot be loaded fails the job that asks for it. */
export async function prepareParts({ needs, languages }: Needs): Promise<void> {
  const loads = needs.map((name) => loaders[name]());
  if (languages.length > 0) loads.push(loadLanguages(languages));
  await Promise.allSettled(loads);
}

async function loadLanguages(languages: readonly string[]): Promise<void> {
  const { prepareLanguages } = await loadCode();
  await prepareLanguages(languages);
}
