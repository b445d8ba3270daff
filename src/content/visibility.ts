import { isDate, readDate } from './date.ts';
import { toFlag, toText } from './fields.ts';
import type { Field, Fields } from './fields.ts';
import type { FrontMatterKind } from './front-matter/block.ts';
import type { HiddenReason } from './post.ts';

/** What decides whether a post is published. */
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
}

/** Statuses of WordPress and Pelican that keep a post from the public. */
const draftStatus = /^drafts?\b/i;
const hiddenStatus = /^(?:hidden|private|pending|trash|skip|unpublished)\b/i;

/** A value is shown in messages up to that many characters. */
const longestShown = 60;

/**
 * Why a post is left out, or `undefined`: `draft`, `published: false`, a status, Jekyll's `_drafts` folder,
 * a date after today, an expiry date of today or before. A quoted `"false"` is false. A `draft` or
 * `published` that is neither yes nor no hides the post too: a slip of the pen must not publish a draft.
 */
export function findHiddenReason(facts: VisibilityFacts): HiddenReason | undefined {
  const { fields, days } = facts;
  const status = fields.findText('status') ?? '';
  const draft = fields.find('draft', 'isdraft');
  const published = fields.find('published', 'publish');
  const isDraft = draft === undefined ? draftStatus.test(status) : toFlag(draft.value);
  if (isDraft === true || /(?:^|\/)_drafts\//.test(facts.path)) return { kind: 'draft' };
  if (toFlag(published?.value) === false) return { kind: 'unpublished' };
  if (hiddenStatus.test(status)) return { kind: 'unpublished' };
  if (draft !== undefined && isDraft === undefined) return toUnclear(draft);
  if (published !== undefined && !tellsPublished(published.value)) return toUnclear(published);
  if (days.until !== undefined && days.until <= facts.today)
    return { kind: 'expired', day: days.until };
  const future = days.from.find((day) => day !== undefined && day > facts.today);
  if (future === undefined || facts.future) return undefined;
  return { kind: 'future', day: future };
}

/** Whether `value`, that of `published`, is a yes or no, as Jekyll has it, or a date, as others have it. */
export function tellsPublished(value: unknown): boolean {
  return toFlag(value) !== undefined || isDate(readDate(value, 'UTC'));
}

/** What to tell the author of a setting of a post that {@link findHiddenReason} finds unclear. */
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

function toUnclear({ name, value }: Field): HiddenReason {
  const text = typeof value === 'object' ? undefined : toText(value);
  return { kind: 'unclear', setting: name, value: text?.slice(0, longestShown) ?? '…' };
}
