import type { ImportOutcome } from './import-blog.ts';
import type { ImportNote } from './read/reading.ts';

/** Addresses and notes of a kind that are printed without being asked for. */
const shown = 20;

/** How an import is told. */
export interface ImportFormat {
  /** Whether every address and note is printed. */
  readonly isWhole: boolean;
  readonly isDry: boolean;
  /** The folder of the blog as the blogger would name it. */
  readonly into: string;
}

const kindNames = {
  zola: 'a Zola site',
  hugo: 'a Hugo site',
  jekyll: 'a Jekyll site',
  astro: 'an Astro site',
  eleventy: 'an Eleventy site',
  vault: 'a vault of notes',
} as const;

/** Everything about an import for a terminal: the settings file, addresses, what is different and what is left to do. */
export function formatImport(outcome: ImportOutcome, format: ImportFormat): string {
  const { kind, files, copies, notes } = outcome;
  const verb = format.isDry ? 'Would write' : 'Wrote';
  const written = [...files.keys()].map((name) => `  ${format.into}/${name}`);
  const copied = copies.map(({ to }) => `  ${to} (copied)`);
  return [
    `This is ${kindNames[kind]}. ${verb}`,
    ...written,
    ...copied,
    '',
    ...(format.isDry ? [files.get('site.toml')?.trim() ?? '', ''] : []),
    ...formatAddresses(outcome, format),
    ...formatNotes('Will look different', notes, 'different', format),
    ...formatNotes('Needs a hand', notes, 'hand', format),
    format.isDry
      ? 'Nothing was written.'
      : `Next: rubric dev ${format.into}, and rubric doctor ${format.into}.`,
    '',
  ].join('\n');
}

function formatAddresses(
  { addresses }: ImportOutcome,
  { isWhole }: ImportFormat,
): readonly string[] {
  const { moves, hiddenCount } = addresses;
  const told = moves.filter(({ from }) => from !== undefined);
  const same = told.filter(({ from, to }) => from === to);
  const led = told.filter((move) => move.from !== move.to && move.isKept);
  const lost = told.filter(({ isKept }) => !isKept);
  const rows = (isWhole ? told : [...lost, ...led]).map(({ from, to, isKept, file }) =>
    from === to
      ? `  ${to}`
      : `  ${from ?? ''} → ${to}${isKept ? '' : `  (nothing leads there: ${file})`}`,
  );
  const listed = isWhole ? rows : rows.slice(0, shown);
  const hidden = hiddenCount === 0 ? '' : `, ${hiddenCount} left out as drafts and the like`;
  return [
    `Addresses: ${moves.length} pages${hidden}. Of ${told.length} old addresses ${same.length} stay, ${led.length} lead on, ${lost.length} would be lost.`,
    ...listed,
    ...(listed.length < rows.length
      ? [`  … and ${rows.length - listed.length} more: \`--all\` lists them`]
      : []),
    '',
  ];
}

function formatNotes(
  heading: string,
  all: readonly ImportNote[],
  kind: ImportNote['kind'],
  { isWhole }: ImportFormat,
): readonly string[] {
  const notes = all.filter((note) => note.kind === kind);
  if (notes.length === 0) return [];
  const listed = isWhole ? notes : notes.slice(0, shown);
  return [
    heading,
    ...listed.map(
      ({ file, line, message }) => `  ${file}${line === undefined ? '' : `:${line}`}  ${message}`,
    ),
    ...(listed.length < notes.length
      ? [`  … and ${notes.length - listed.length} more: \`--all\` lists them`]
      : []),
    '',
  ];
}
