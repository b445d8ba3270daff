// Settings files in TOML, YAML and JSON as tables, with the places of their keys.

import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

import { findLineOf } from './project.ts';
import type { Project } from './project.ts';
import type { ImportNote } from './reading.ts';

/** A table of settings. */
export type Table = Readonly<Record<string, unknown>>;

/** A settings file as read. */
export interface Config {
  readonly file: string;
  readonly values: Table;
  /** Of a file that cannot be read as what its name says. */
  readonly notes: readonly ImportNote[];
  /** A note about the setting `key` of the file, with its line. */
  readonly note: (kind: ImportNote['kind'], key: string, message: string) => ImportNote;
}

/** The first of the files `names` that the project has; one without settings when it has none. */
export function readConfig(project: Project, names: readonly string[]): Config {
  const file = names.find((name) => project.paths.includes(name));
  const text = file === undefined ? undefined : project.read(file);
  if (file === undefined || text === undefined) return makeConfig(names[0] ?? '', '', {}, []);
  try {
    return makeConfig(file, text, toTable(parse(file, text)), []);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const message = `The file cannot be read: ${reason}. Its settings are not taken over.`;
    return makeConfig(file, text, {}, [{ kind: 'hand', file, message }]);
  }
}

function parse(file: string, text: string): unknown {
  if (file.endsWith('.toml')) return parseToml(text.replaceAll('\r\n', '\n'));
  return file.endsWith('.json') ? JSON.parse(text) : parseYaml(text);
}

function makeConfig(
  file: string,
  text: string,
  values: Table,
  notes: readonly ImportNote[],
): Config {
  return {
    file,
    values,
    notes,
    note(kind, key, message) {
      const last = key.split('.').at(-1) ?? key;
      const quoted = last.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const line = findLineOf(
        text,
        new RegExp(`^[ \\t\\-[{]*(?:[\\w-]+\\.)*["']?${quoted}["']?\\s*[\\].:=]`, 'im'),
      );
      return { kind, file, line, message };
    },
  };
}

/** `value` if it is a table, else an empty one. */
export function toTable(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** `value` as a list of tables. */
export function toTables(value: unknown): readonly Table[] {
  return Array.isArray(value) ? value.map(toTable) : [];
}

/** `value` as text that is not blank; `undefined` for all else. */
export function toLine(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

/** The value of `path` (`params.author.name`) in `values`, names compared without regard to case. */
export function lookUp(values: Table, path: string): unknown {
  let found: unknown = values;
  for (const part of path.split('.')) {
    const entry = Object.entries(toTable(found)).find(
      ([name]) => name.toLowerCase() === part.toLowerCase(),
    );
    found = entry?.[1];
  }
  return found;
}

/** The first of `paths` that is text. */
export function findText(values: Table, ...paths: readonly string[]): string | undefined {
  return paths.map((path) => toLine(lookUp(values, path))).find((text) => text !== undefined);
}

/** The first of `paths` that is yes or no. */
export function findFlag(values: Table, ...paths: readonly string[]): boolean | undefined {
  return paths
    .map((path) => lookUp(values, path))
    .find((value): value is boolean => typeof value === 'boolean');
}
