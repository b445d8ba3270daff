import type { Plugin } from 'vite';

import { languageTable } from '../../content/code/language-table.ts';
import { generateMessages } from '../messages/message-modules.ts';
import type { MessageSettings } from '../messages/message-modules.ts';
import type { Site } from '../../content/site/site.ts';

/** An emoji of the gemoji package, as far as its names go. */
export interface NamedEmoji {
  readonly emoji: string;
  readonly names: readonly string[];
}

const generators = new Map<string, () => string | Promise<string>>([
  ['virtual:rubric/emoji', () => import('gemoji').then(({ gemoji }) => generateEmoji(gemoji))],
  ['virtual:rubric/languages', () => generateLanguages(languageTable)],
]);

/** The settings that modules are made from. */
export type ModuleSettings = MessageSettings &
  Pick<Site, 'url' | 'comments' | 'counter' | 'edit' | 'relMe' | 'webmention'>;

/** Those of a blog that says nothing of them. */
const inEnglish: ModuleSettings = { language: 'en', messages: {}, url: undefined };

/** Modules that follow from the settings alone. */
const settingModules = new Map<string, (settings: ModuleSettings) => string>([
  ['virtual:rubric/services', generateServices],
  ['virtual:rubric/post-foot', generatePostFoot],
]);

/**
 * The Vite plugin of the modules that are made from tables: emoji and languages of code, which rendering needs, and by
 * the blog's `settings`, which are known once Vite is configured, the sentences for the reader and the services of other sites.
 */
export function generatedModules(settings: () => ModuleSettings = () => inEnglish): Plugin {
  const generate = (id: string): string | Promise<string> | undefined =>
    settingModules.get(id)?.(settings()) ??
    generators.get(id)?.() ??
    generateMessages(id, settings());
  return {
    name: 'rubric-generated-modules',
    resolveId: (id) =>
      generators.has(id) || settingModules.has(id) || id.startsWith('virtual:rubric/messages')
        ? `\0${id}`
        : undefined,
    load: (id) => (id.startsWith('\0') ? generate(id.slice(1)) : undefined),
  };
}

/**
 * The source of `virtual:rubric/services`: ways to the code of comments and of the counter, `undefined` for what the settings do
 * not turn on, so that a blog without it has nothing of it.
 */
export function generateServices({ url, comments, counter }: ModuleSettings): string {
  const count =
    counter &&
    `() => import("/src/ui/services/count-views.ts").then(({ countViews }) => countViews(${JSON.stringify(counter)}, ${JSON.stringify(url)}))`;
  const show = comments && '() => import("/src/ui/services/Comments.tsx")';
  return `export const startCounter = ${count};\nexport const loadComments = ${show};\n`;
}

/** The source of `virtual:rubric/post-foot`: the component at the foot of posts, `undefined` where the settings have nothing for it. */
export function generatePostFoot({ edit, relMe, webmention }: ModuleSettings): string {
  const isWanted = edit !== undefined || webmention !== undefined || (relMe?.length ?? 0) > 0;
  return isWanted
    ? 'export { PostFoot } from "/src/ui/services/PostFoot.tsx";\n'
    : 'export const PostFoot = undefined;\n';
}

/** The source of `virtual:rubric/emoji`: one text, as that is smaller and quicker to read than an object. */
export function generateEmoji(emoji: readonly NamedEmoji[]): string {
  const entries = emoji.map(({ emoji: character, names }) => [character, ...names].join(' '));
  return `export const emojiNames = ${JSON.stringify(entries.join('|'))};\n`;
}

/**
 * The source of `virtual:rubric/languages`, with a literal `import()` for each line of `table`, so that the bundler
 * makes a chunk of each grammar.
 *
 * @example
 * generateLanguages('erb rhtml [xml ruby]')
 * // export const languageSources = {
 * // "erb": { load: () => import("highlight.js/lib/languages/erb"), aliases: "rhtml", needs: ["xml","ruby"] },
 * // };
 */
export function generateLanguages(table: string): string {
  const lines = table.trim().split('\n').map(generateLanguage);
  return `export const languageSources = {\n${lines.join('\n')}\n};\n`;
}

/** `name alias alias [need need]` → the line of the module. */
function generateLanguage(line: string): string {
  const [names = '', needs = ''] = line.replace(/\]$/, '').split(' [');
  const [name = '', ...aliases] = names.split(' ');
  const fields = [
    `load: () => import(${JSON.stringify(`highlight.js/lib/languages/${name}`)})`,
    ...(aliases.length > 0 ? [`aliases: ${JSON.stringify(aliases.join(' '))}`] : []),
    ...(needs === '' ? [] : [`needs: ${JSON.stringify(needs.split(' '))}`]),
  ];
  return `${JSON.stringify(name)}: { ${fields.join(', ')} },`;
}
