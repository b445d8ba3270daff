import { stringify } from 'smol-toml';

import { ContentError } from '../../content/model/problem.ts';
import { defaultSite, parseSite } from '../../content/site/site.ts';
import type { Site } from '../../content/site/site.ts';
import type { ImportNote } from './read/reading.ts';

/** The text of a settings file, and what could not be set. */
export interface FormattedSite {
  readonly toml: string;
  readonly site: Site;
  readonly notes: readonly ImportNote[];
}

/** Settings in the order in which a blogger reads them; the others follow. */
const order: readonly (keyof Site)[] = [
  'title',
  'description',
  'url',
  'language',
  'timeZone',
  'author',
  'permalink',
  'generator',
  'languageFolders',
  'posts',
  'pages',
  'static',
  'assets',
];

/**
 * `settings` as a settings file. One that the blog does not take, such as a pattern with a part that it does not have, is
 * left out and told of.
 *
 * @param source - name of the folder that the settings come from, for the first line
 */
export function formatSite(settings: Partial<Site>, source: string): FormattedSite {
  const notes: ImportNote[] = [];
  const names = [...order, ...listNames().filter((name) => !order.includes(name))];
  const lines: string[] = [];
  const tables: string[] = [];
  for (const name of names) {
    const value = settings[name];
    if (value === undefined || isEmpty(value)) continue;
    const line = stringify({ [toSettingName(name)]: value }).trim();
    const fault = findFault(line);
    if (fault !== undefined) notes.push({ kind: 'hand', file: 'site.toml', message: fault });
    else if (/^\[/m.test(line)) tables.push(line);
    else lines.push(line);
  }
  const head = `# Written by \`rubric import\` from ${source}`;
  const toml = `${[[head, ...lines].join('\n'), ...tables].join('\n\n')}\n`;
  return { toml, site: parseSite(toml, 'site.toml'), notes };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What is wrong with a setting; `undefined` when nothing is. */
function findFault(line: string): string | undefined {
  try {
    parseSite(line, 'site.toml');
    return undefined;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return `${error.problem.message} It is left out.`;
  }
}

function listNames(): readonly (keyof Site)[] {
  return Object.keys(defaultSite).filter((name): name is keyof Site =>
    Object.hasOwn(defaultSite, name),
  );
}

/** `feedLength` as it is written in a settings file: `feed_length`. */
function toSettingName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
