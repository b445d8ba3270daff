/** A note that links may name. */
export interface NamedNote {
  /** `posts/folder/Note.md`. */
  readonly source: string;
  readonly permalink: string;
  readonly title: string;
  /** Further names, from the front matter. */
  readonly names: readonly string[];
}

/** All that double brackets may name. Serializable. */
export interface NameData {
  readonly notes: readonly NamedNote[];
  /** Decoded addresses of published files, with `/` at the start. */
  readonly files: readonly string[];
}

/** What a name in double brackets means. */
export interface FoundNote {
  readonly kind: 'note' | 'file';
  /** Decoded path under the base: a permalink, or the address of a file. */
  readonly target: string;
  /** Path of a note's file, such as `posts/Note.md`; of a file, its address without `/` at the start. */
  readonly source: string;
  /** Paths of others that bear the same name, which are longer. */
  readonly rivals: readonly string[];
}

/** Finds what `name` means in the note whose file is `from`, such as `posts/folder/Note.md`. */
export type FindNote = (name: string, from: string) => FoundNote | undefined;

type Candidate = Omit<FoundNote, 'rivals'>;

/** Tables by which names are found, the strongest first. Keys are folded by {@link foldName}. */
interface Tables {
  readonly paths: Map<string, Candidate[]>;
  readonly titles: Map<string, Candidate[]>;
  readonly aliases: Map<string, Candidate[]>;
  readonly loose: Map<string, Candidate[]>;
}

/**
 * A function that finds notes and files by name: by file name anywhere in the folder, by path or the end of one, by title,
 * by further names; without regard to case. Of several the one with the shortest path is meant. A look-up costs a few
 * steps, however many notes there are.
 */
export function createNoteFinder({ notes, files }: NameData): FindNote {
  const tables: Tables = {
    paths: new Map(),
    titles: new Map(),
    aliases: new Map(),
    loose: new Map(),
  };
  for (const note of notes) addNote(tables, note);
  for (const file of files) {
    const found = { kind: 'file', target: file, source: file.slice(1) } as const;
    add(tables.paths, lastPart(file), found);
  }
  return (name, from) => findCandidates(name, from, tables);
}

/** `name` as names are compared. */
export function foldName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function addNote(tables: Tables, { source, permalink, title, names }: NamedNote): void {
  const note = { kind: 'note', target: permalink, source } as const;
  const last = lastPart(stripExtension(source));
  add(tables.paths, last, note);
  // A bundle is named by its folder.
  if (/^_?index(?:\.[a-z-]+)?$/i.test(last)) add(tables.paths, lastPart(parentOf(source)), note);
  add(tables.titles, title, note);
  for (const name of names) add(tables.aliases, name, note);
  const undated = last.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]+/, '');
  const plain = undated.replace(/\.[a-z]{2}(?:-[a-z]+)?$/i, '');
  // Logseq writes the `/` of a name so in the name of the file.
  const spaced = last.replace(/___|%2F/gi, '/');
  const others = [undated, plain, spaced, lastPart(permalink.replace(/\/$/, ''))];
  for (const name of new Set(others)) {
    if (name !== last) add(tables.loose, name, note);
  }
}

function add(table: Map<string, Candidate[]>, name: string, candidate: Candidate): void {
  const key = foldName(name);
  if (key === '') return;
  const known = table.get(key);
  if (known === undefined) table.set(key, [candidate]);
  else if (!known.some(({ target }) => target === candidate.target)) known.push(candidate);
}

function findCandidates(name: string, from: string, tables: Tables): FoundNote | undefined {
  const path = stripExtension(resolvePath(name, from));
  const isPath = name.includes('/');
  const wanted = foldName(path);
  const byPath = (tables.paths.get(foldName(lastPart(path))) ?? []).filter((candidate) =>
    isPath ? endsWith(candidate, wanted) : true,
  );
  const key = foldName(name);
  const others = [tables.titles, tables.aliases, tables.loose].map((table) => table.get(key));
  const found = [byPath, ...others].find((list) => list !== undefined && list.length > 0);
  return found && chooseShortest(found);
}

function endsWith({ kind, source }: Candidate, wanted: string): boolean {
  const plain = kind === 'note' ? stripExtension(source) : source;
  const path = `/${foldName(plain).replace(/\/_?index$/, '')}`;
  const whole = `/${foldName(plain)}`;
  return path.endsWith(`/${wanted}`) || whole.endsWith(`/${wanted}`);
}

function chooseShortest(found: readonly Candidate[]): FoundNote | undefined {
  const sorted = found.toSorted(
    (a, b) =>
      depthOf(a) - depthOf(b) ||
      a.source.length - b.source.length ||
      (a.source < b.source ? -1 : 1),
  );
  const [first, ...rest] = sorted;
  return first && { ...first, rivals: rest.map(({ source }) => source) };
}

function depthOf({ source }: Candidate): number {
  return source.split('/').length;
}

/** `./x` and `../x` seen from the file `from`; other paths as they are, without `/` at the start. */
function resolvePath(name: string, from: string): string {
  if (!/^\.\.?\//.test(name)) return name.replace(/^\/+/, '');
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function stripExtension(path: string): string {
  return path.replace(/\.(?:md|markdown|mdown|mkd|mkdn)$/i, '');
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
