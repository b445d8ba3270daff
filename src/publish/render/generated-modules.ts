import type { Plugin } from 'vite';

import { languageTable } from '../../content/code/language-table.ts';
import { generateMessages } from '../messages/message-modules.ts';
import type { MessageSettings } from '../messages/message-modules.ts';

/** An emoji of the gemoji package, as far as its names go. */
export interface NamedEmoji {
  readonly emoji: string;
  readonly names: readonly string[];
}

const generators = new Map<string, () => string | Promise<string>>([
  ['virtual:rubric/emoji', () => import('gemoji').then(({ gemoji }) => generateEmoji(gemoji))],
  ['virtual:rubric/languages', () => generateLanguages(languageTable)],
]);

/** The sentences of a blog that says nothing of them. */
const inEnglish: MessageSettings = { language: 'en', messages: {} };

/**
 * The Vite plugin of the modules that are made from tables: emoji and languages of code, which rendering needs, and the
 * sentences for the reader by the blog's `settings`, which are known once Vite is configured.
 */
export function generatedModules(settings: () => MessageSettings = () => inEnglish): Plugin {
  const generate = (id: string): string | Promise<string> | undefined =>
    generators.get(id)?.() ?? generateMessages(id, settings());
  return {
    name: 'rubric-generated-modules',
    resolveId: (id) =>
      generators.has(id) || id.startsWith('virtual:rubric/messages') ? `\0${id}` : undefined,
    load: (id) => (id.startsWith('\0') ? generate(id.slice(1)) : undefined),
  };
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
