// The settings that keep a post from the public. What decides on a post and the net below damaged front matter both
// read them here.

import { noWords, yesWords } from './flag.ts';

/** A setting that keeps a post from the public by certain words. */
export interface HidingRule {
  readonly name: 'draft' | 'published' | 'status';
  /** Names that the setting goes by, the strongest first; in lower case and without `_`, `-` and blanks. */
  readonly names: readonly string[];
  /** Words that hide the post, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** The rules by name. Statuses are those of WordPress and Pelican. */
export const hidingRules = {
  draft: { name: 'draft', names: ['draft', 'isdraft'], words: yesWords },
  published: { name: 'published', names: ['published', 'publish'], words: noWords },
  status: {
    name: 'status',
    names: ['status'],
    words: new Set('draft drafts hidden private pending trash skip unpublished'.split(' ')),
  },
} as const satisfies { readonly [Name in HidingRule['name']]: HidingRule & { name: Name } };

const byName: ReadonlyMap<string, HidingRule> = new Map(
  Object.values(hidingRules).flatMap((rule: HidingRule) =>
    rule.names.map((name) => [name, rule] as const),
  ),
);

/** All names of settings that can hide a post, in the form of {@link HidingRule.names}. */
export const hidingNames: readonly string[] = [...byName.keys()];

/** The rule for the setting `key`, however it is written. */
export function findHidingRule(key: string): HidingRule | undefined {
  return byName.get(key.replace(/[-_ ]/g, '').toLowerCase());
}
