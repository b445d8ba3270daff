import type { Fields } from './fields.ts';
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
const hiddenStatus = /^(?:hidden|private|pending|trash|skip|unpublished)$/i;

/**
 * Why a post is left out, or `undefined`: `draft`, `published: false`, a status, Jekyll's `_drafts` folder,
 * a date after today, an expiry date of today or before. A quoted `"false"` is false.
 */
export function findHiddenReason(facts: VisibilityFacts): HiddenReason | undefined {
  const { fields, days } = facts;
  const status = fields.findText('status') ?? '';
  const isDraft = fields.findFlag('draft', 'isdraft') ?? /^draft$/i.test(status);
  if (isDraft || /(?:^|\/)_drafts\//.test(facts.path)) return { kind: 'draft' };
  if (fields.findFlag('published', 'publish') === false) return { kind: 'unpublished' };
  if (hiddenStatus.test(status)) return { kind: 'unpublished' };
  if (days.until !== undefined && days.until <= facts.today)
    return { kind: 'expired', day: days.until };
  const future = days.from.find((day) => day !== undefined && day > facts.today);
  if (future === undefined || facts.future) return undefined;
  return { kind: 'future', day: future };
}
