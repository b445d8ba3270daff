import { findBlock } from '../front-matter/block.ts';
import { toLineFeeds } from '../front-matter/plain-block.ts';
import type { FindNote } from './note-names.ts';
import { translateVault } from './vault-text.ts';
import type { VaultOptions } from './shared-facts.ts';
import type { VaultText } from './vault-text.ts';

/** How the marks of vaults are read in a blog. Serializable. */
export interface VaultRules {
  /** Whether the folder is a vault, in which all marks are read. */
  readonly isVault: boolean;
  /** Whether tags in the text are keywords. */
  readonly hasTextTags: boolean;
  /** Outside of a vault, names between brackets that are links since a note or file bears them. */
  readonly links: readonly string[];
}

/** No mark is read. */
export const noVault: VaultRules = { isVault: false, hasTextTags: false, links: [] };

/** A file of a note without the marks of vaults: front matter as it was, then the text. */
export interface VaultSource extends VaultText {
  /** Whether the text has changed. */
  readonly isRewritten: boolean;
  /** The 1-based line of the file for a line of the rewritten one. */
  readonly findLine: (line: number) => number;
}

/** `source`, the decoded text of a note's file, without the marks of vaults. Never throws. */
export function translateSource(source: string, options: VaultOptions): VaultSource {
  if (!mayHaveMarks(source, options)) return keepSource(source);
  const { head, body } = splitHead(source);
  const translated = translateVault(body, options);
  if (translated.text === body) return { ...keepSource(source), names: translated.names };
  const before = head.split('\n').length - 1;
  const { lines } = translated;
  return {
    ...translated,
    problems: translated.problems.map((problem) => ({
      ...problem,
      line: before + (problem.line ?? 1),
    })),
    text: head + translated.text,
    isRewritten: true,
    findLine: (line) =>
      line <= before ? line : before + (lines[line - before - 1] ?? lines.at(-1) ?? 1),
  };
}

/**
 * `source` as lists, titles and summaries read it: as {@link translateSource} gives it, but for addresses, which only the
 * whole blog tells, and without notes shown within it.
 */
export function translateForLists(source: string, rules: VaultRules): VaultSource {
  const { isVault, hasTextTags } = rules;
  return translateSource(source, {
    isVault,
    hasTextTags,
    source: '',
    find: findAmong(rules.links),
  });
}

/** The Markdown of a note's file, without its front matter, with line feeds. */
export function readNoteBody(source: string): string {
  return splitHead(source).body;
}

/** Tells a text that has nothing of a vault in it, in doubt that it has. */
function mayHaveMarks(source: string, { isVault, hasTextTags }: VaultOptions): boolean {
  return isVault || hasTextTags || source.includes('[[');
}

function keepSource(text: string): VaultSource {
  return {
    text,
    lines: [],
    problems: [],
    names: [],
    tags: [],
    isRewritten: false,
    findLine: (line) => line,
  };
}

function findAmong(links: readonly string[]): FindNote {
  const names = new Set(links);
  return (name) =>
    names.has(name) ? { kind: 'note', target: '/', source: '', rivals: [] } : undefined;
}

function splitHead(source: string): { readonly head: string; readonly body: string } {
  const text = toLineFeeds(source).replaceAll('\r\n', '\n');
  const { bodyLine } = findBlock(text);
  let at = 0;
  for (let line = 1; line < bodyLine && at < text.length; line++) {
    const feed = text.indexOf('\n', at);
    at = feed === -1 ? text.length : feed + 1;
  }
  return { head: text.slice(0, at), body: text.slice(at) };
}
