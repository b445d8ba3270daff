import { editDistance } from '../text/edit-distance.ts';
import { toText } from '../front-matter/fields.ts';
import type { Field, Fields } from '../front-matter/fields.ts';
import { noWords, toFlag, toWord, yesWords } from '../front-matter/base/flag.ts';
import { hidingRules, isHiding } from '../front-matter/base/hiding-rule.ts';
import type { FrontMatterKind } from '../front-matter/plain-block.ts';
import type { HiddenReason } from '../model/post.ts';

/** The facts that decide whether a post is published. */
export interface VisibilityFacts {
  readonly fields: Fields;
  readonly path: string;
  /** Days on which the post appears and disappears, `YYYY-MM-DD`. */
  readonly days: {
    readonly from: readonly (string | undefined)[];
    readonly until: string | undefined;
  };
  /** Day of the build. */
  readonly today: string;
  /** Whether posts of the future are published. */
  readonly future: boolean;
  /** Whether outermost folders that begin with `_` are collections, as in a Jekyll blog. */
  readonly hasCollections?: boolean;
}

/** Names of the setting that tells whether, or on which day, a post is published. */
export const publishedNames = hidingRules.published.names;

/** Jekyll's folder of drafts, at any depth. */
export const draftsFolder = '_drafts';

/** Folders whose posts are published although their names begin with `_`: those of Jekyll, and its usual collections. */
const sharedFolders: ReadonlySet<string> = new Set(['_posts', '_pages']);

/** The file of a section to Zola and Hugo, in any language. */
const sectionFile = /^_index(?:\.[a-z-]+)?\.[a-z]+$/i;

/** A word as near to `false` as this is one that was mistyped. */
const nearFalse = 1;

/** A value is shown in messages up to that many characters. */
const longestShown = 60;

/**
 * The reason why a post is left out, or `undefined`: `draft`, `published: false`, `private`, a status, a setting by which
 * its generator would make no page, Jekyll's `_drafts` folder, a name that begins with `_`, a date after today, an expiry
 * date of today or before. A quoted `"false"` is false.
 *
 * A `draft` that is neither yes nor no hides the post too, as does a `published` that is a slip of the pen for
 * `false`. Any other `published`, such as a magazine, says nothing; one in a table of a theme is the theme's.
 */
export function findHiddenReason(facts: VisibilityFacts): HiddenReason | undefined {
  const { fields, days } = facts;
  const drafts = hidingRules.draft.names
    .map((name) => fields.find(name))
    .filter((field) => field !== undefined);
  const isDraft = drafts.some(({ value }) => toFlag(value) === true);
  const isInDrafts = facts.path.split('/').slice(0, -1).includes(draftsFolder);
  if (isDraft || isInDrafts) return { kind: 'draft' };
  // AstroPaper, known by its date, leaves such a folder out of the address alone.
  const isAstroPaper = fields.find('pubdatetime') !== undefined;
  const named = isAstroPaper ? facts.path.replace(/^.*\//, '') : facts.path;
  const part = findUnderscore(named, facts.hasCollections);
  if (part !== undefined) return { kind: 'name', part };
  const published = publishedNames
    .map((name) => fields.findAtTop(name))
    .filter((field) => field !== undefined);
  const no =
    published.find(({ value }) => toFlag(value) === false) ??
    findPrivate(fields) ??
    findStatus(fields, drafts.length > 0) ??
    (sectionFile.test(facts.path.split('/').at(-1) ?? '') ? undefined : findNoPage(fields));
  if (no !== undefined) return { kind: 'unpublished', ...show(no) };
  const unclear =
    drafts.find(({ value }) => toFlag(value) === undefined) ??
    published.find(({ value }) => isNearFalse(value));
  if (unclear !== undefined) return { kind: 'unclear', ...show(unclear) };
  if (days.until !== undefined && days.until <= facts.today)
    return { kind: 'expired', day: days.until };
  const future = days.from.find((day) => day !== undefined && day > facts.today);
  if (future === undefined || facts.future) return undefined;
  return { kind: 'future', day: future };
}

/**
 * The first part of `path` that begins with `_`, as files and folders do that Jekyll and Astro do not publish; a folder
 * ends with `/`. `undefined` where there is none, but for `_index.md` and folders that hold posts of Jekyll.
 */
export function findUnderscore(path: string, hasCollections = false): string | undefined {
  const parts = path.split('/');
  for (const [at, part] of parts.entries()) {
    const isFile = at === parts.length - 1;
    if (hasCollections && at === 0 && !isFile) continue;
    if (!part.startsWith('_') || (isFile ? sectionFile.test(part) : sharedFolders.has(part)))
      continue;
    return isFile ? part : `${part}/`;
  }
  return undefined;
}

function findPrivate(fields: Fields): Field | undefined {
  const given = hidingRules.private.names.map((name) => fields.findAtTop(name));
  return given.find((field) => isHiding(hidingRules.private, field?.value));
}

/** Settings by which a generator makes no page of a file, and their values: of Hugo, Zola and Eleventy. */
const noPageRules: readonly (readonly [name: string, words: ReadonlySet<string>])[] = [
  ['build.render', new Set(['false', 'never', 'link'])],
  ['headless', yesWords],
  ['render', noWords],
  ['permalink', new Set(['false'])],
];

/** The setting by which the file's generator would make no page of it. A section's is its own, not of the posts below. */
function findNoPage(fields: Fields): Field | undefined {
  for (const [name, words] of noPageRules) {
    const field = name.includes('.') ? fields.find(name) : fields.findAtTop(name);
    const { value } = field ?? {};
    if (words.has(typeof value === 'boolean' ? String(value) : (toWord(value) ?? ''))) return field;
  }
  return undefined;
}

/** The status, if it hides the post; that of a draft does where `draft` itself says nothing. */
function findStatus(fields: Fields, hasDraft: boolean): Field | undefined {
  const text = fields.findText(...hidingRules.status.names);
  const word = toWord(text) ?? '';
  if (!hidingRules.status.words.has(word) || (hasDraft && word.startsWith('draft'))) return;
  return { name: 'status', value: text };
}

function isNearFalse(value: unknown): boolean {
  const word = typeof value === 'string' ? toWord(value) : undefined;
  if (word === undefined || toFlag(word) !== undefined) return false;
  return editDistance(word.slice(0, longestShown), 'false', nearFalse) <= nearFalse;
}

/** A message to the author about a setting that {@link findHiddenReason} finds unclear. */
export function describeUnclear(
  { setting, value }: Extract<HiddenReason, { kind: 'unclear' }>,
  format: FrontMatterKind,
): { readonly message: string; readonly remedy: string } {
  const sign = format === 'toml' ? ' = ' : ': ';
  return {
    message: `\`${setting}\` is \`${value}\`, neither yes nor no: the post is left out.`,
    remedy: `Write \`${setting}${sign}true\` or \`${setting}${sign}false\`.`,
  };
}

function show({ name, value }: Field): { readonly setting: string; readonly value: string } {
  const text = typeof value === 'object' ? undefined : toText(value);
  return { setting: name, value: text?.slice(0, longestShown) ?? '…' };
}
