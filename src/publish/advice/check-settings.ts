import type { Block } from '../../content/front-matter/plain-block.ts';
import { formatFrame } from '../../content/model/problem.ts';
import { editDistance } from '../../content/text/edit-distance.ts';
import type { Finding } from './finding.ts';
import { knownSettings } from './known-settings.ts';

/** A setting at the start of its line: not within a table of TOML, not indented as those within one of YAML are. */
const settingLine = /^(["']?)([A-Za-z][\w-]*)\1[ \t]*[:=](?:\s|$|["'[{\d])/;

/** So short a name that another letter makes another word of it. */
const shortName = 5;
/** A name of at least so many letters may be two edits away. */
const longName = 8;

/** Settings whose names nothing reads and that are an edit or two away from one that is read. */
export function checkSettings(block: Block, file: string): readonly Finding[] {
  const lines = block.text.split('\n');
  const tableAt = block.kind === 'toml' ? lines.findIndex((line) => /^\s*\[/.test(line)) : -1;
  const top = tableAt === -1 ? lines : lines.slice(0, tableAt);
  const given = new Set(top.flatMap((line) => toPlain(settingLine.exec(line)?.[2] ?? '')));
  return top.flatMap((line, index): readonly Finding[] => {
    const [, quote = '', name = ''] = settingLine.exec(line) ?? [];
    const near = name === '' ? undefined : recall(toPlain(name));
    if (near === undefined || given.has(near)) return [];
    return [
      {
        rule: 'setting-name',
        kind: 'front-matter',
        severity: 'warning',
        file,
        line: block.line + index,
        column: quote.length + 1,
        subject: name,
        message: `\`${name}\` is no setting that anything reads; \`${near}\` is one.`,
        remedy: `Write \`${near}\`, if that is meant.`,
        frame: formatFrame(block.text, index + 1, quote.length + 1),
        repair: { from: name, to: near },
      },
    ];
  });
}

/** Answers of {@link findMeant}: the posts of a blog have much the same names. */
const meant = new Map<string, string | undefined>();
const mostKept = 10_000;

function recall(name: string): string | undefined {
  if (!meant.has(name)) {
    if (meant.size >= mostKept) meant.clear();
    meant.set(name, findMeant(name));
  }
  return meant.get(name);
}

/** The one setting that `name` most likely is, mistyped; `undefined` for a name that is known or like none. */
function findMeant(name: string): string | undefined {
  if (knownSettings.has(name)) return undefined;
  const limit = name.length >= longName ? 2 : 1;
  const near = [...knownSettings]
    .map((known) => ({ known, distance: editDistance(name, known, limit) }))
    .filter(({ known, distance }) => distance <= limit && isLike(name, known))
    .toSorted((a, b) => a.distance - b.distance);
  const [first, second] = near;
  // Two that are equally near: neither is the one that was meant.
  return first?.distance === second?.distance ? undefined : first?.known;
}

/** Whether one may be the other mistyped: in a short name a letter may be lost, added or moved, but not be another. */
function isLike(name: string, known: string): boolean {
  if (known.length < 4) return false;
  if (known.length > shortName || name.length !== known.length) return true;
  return [...name].toSorted().join('') === [...known].toSorted().join('');
}

function toPlain(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}
