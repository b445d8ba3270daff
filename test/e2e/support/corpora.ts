import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a post's file says of itself, read by a few plain rules: not by the code under test. */
export interface CorpusPost {
  /** Path within the folder of posts, `/` between parts. */
  readonly path: string;
  readonly title: string;
  /** `undefined`: undated. */
  readonly day: string | undefined;
  readonly isHidden: boolean;
  /** What follows the front matter. */
  readonly body: string;
}

/** A folder of real posts and what must come of it. */
export interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly timeZone: string;
  readonly dated: number;
  readonly undated: number;
}

const root =
  process.env['RUBRIC_CORPORA'] ??
  join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpora');

/** The three folders, present or not. */
export const corpora: readonly Corpus[] = [
  { name: 'mnt.io', folder: join(root, 'mnt.io/content'), timeZone: 'UTC', dated: 37, undated: 1 },
  {
    name: '18f',
    folder: join(root, '18f/content/posts'),
    timeZone: 'America/New_York',
    dated: 135,
    undated: 0,
  },
  {
    name: 'efcl',
    folder: join(root, 'efcl/_posts'),
    timeZone: 'Asia/Tokyo',
    dated: 102,
    undated: 0,
  },
];

/** Whether the folder is there to be read. */
export function isPresent({ folder }: Corpus): boolean {
  return existsSync(folder);
}

/** Every post of a folder, by path. */
export function readCorpus(corpus: Corpus): readonly CorpusPost[] {
  return readdirSync(corpus.folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md') && !/(^|\/)(_index|README|LICENSE)\.md$/.test(file))
    .toSorted()
    .map((path) => readPost(path, corpus));
}

function readPost(path: string, corpus: Corpus): CorpusPost {
  const source = readFileSync(join(corpus.folder, path), 'utf8');
  const frontMatter = /^\s*(\+\+\+|---)\r?\n([^]*?)\r?\n\1/.exec(source);
  const head = frontMatter?.[2] ?? '';
  const find = (key: string): string | undefined =>
    new RegExp(`^${key}\\s*[:=]\\s*("[^"]*"$|.*?)\\s*$`, 'im').exec(head)?.[1];
  const written = unquote(find('date') ?? /(?:^|\/)(\d{4}-\d\d-\d\d)-/.exec(path)?.[1] ?? '');
  return {
    path,
    title: normalize(decode(unquote(find('title') ?? ''))),
    day: written === '' ? undefined : readDay(written, corpus.timeZone),
    isHidden: find('draft') === 'true' || find('published') === 'false',
    body: source.slice(frontMatter?.[0].length ?? 0),
  };
}

/** The day on the clocks of `timeZone`; what has no zone is a day as it stands. */
function readDay(written: string, timeZone: string): string {
  const zoned = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d) ?([+-])(\d\d?)$/.exec(written);
  if (zoned === null) return written.slice(0, 10);
  const [, day, time, sign, hours = ''] = zoned;
  const instant = new Date(`${day}T${time}${sign}${hours.padStart(2, '0')}:00`);
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
}

function unquote(value: string): string {
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return /^".*"$/s.test(value) ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value;
}

/** The few entities that the titles have. */
function decode(text: string): string {
  return text.replaceAll('&ldquo;', '“').replaceAll('&rdquo;', '”').replaceAll('&amp;', '&');
}

/** Text as it is compared: one form of letters, single spaces. */
export function normalize(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
