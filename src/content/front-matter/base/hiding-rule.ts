// The settings that keep a post from the public. What decides on a post and the net below damaged front matter both
// read them here.

import { noWords, toFlag, toWord, yesWords } from './flag.ts';

/** A setting that keeps a post from the public by certain words. */
export interface HidingRule {
  readonly name: 'draft' | 'private' | 'published' | 'status';
  /** Names that the setting goes by, the strongest first; in lower case and without `_`, `-` and blanks. */
  readonly names: readonly string[];
  /** Words that hide the post, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** The rules by name. Statuses are those of WordPress and Pelican. */
export const hidingRules = {
  draft: { name: 'draft', names: ['draft', 'isdraft'], words: yesWords },
  private: { name: 'private', names: ['private', 'isprivate'], words: yesWords },
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

/** True for a `value` that hides the post; of a `draft` any that is not a no. */
export function isHiding(rule: HidingRule, value: unknown): boolean {
  if (rule.name === 'draft' && hasValue(value)) return toFlag(value) !== false;
  return rule.words.has(typeof value === 'boolean' ? String(value) : (toWord(value) ?? ''));
}

/** The value of a setting that was given twice, and the message about it. */
export interface Choice {
  readonly value: unknown;
  readonly message: string;
}

/** Values of one setting in the order of the text. */
export interface RepeatedValues {
  readonly first: unknown;
  readonly last: unknown;
}

/** Of two values of the setting `key` the only one that hides the post, else that which usually counts in the format. */
export function chooseValue(
  key: string,
  values: RepeatedValues,
  usual: keyof RepeatedValues,
): Choice {
  const rule = findHidingRule(key);
  const other = usual === 'first' ? 'last' : 'first';
  const isKept =
    rule === undefined || isHiding(rule, values[usual]) || !isHiding(rule, values[other]);
  const which = isKept ? `${usual} one` : 'one that hides the post';
  const message = `\`${key}\` is given twice; the ${which} counts.`;
  return { value: values[isKept ? usual : other], message };
}

/** Two names of one setting, as written: the value of `hiding` hides the post, that of `other` does not. */
export interface Disagreement {
  readonly hiding: string;
  readonly other: string;
}

/** For each setting in `values` that is given by two names, such as `Draft` and `is_draft`, two that disagree. */
export function findDisagreements(
  values: Readonly<Record<string, unknown>>,
): readonly Disagreement[] {
  return Object.values(hidingRules).flatMap((rule) => {
    const names = Object.keys(values).filter((name) => findHidingRule(name) === rule);
    const hiding = names.find((name) => isHiding(rule, values[name]));
    if (hiding === undefined) return [];
    const other = names.find(
      (name) =>
        !isHiding(rule, values[name]) &&
        (isSameName(hiding, name) || toFlag(values[name]) !== undefined),
    );
    return other === undefined ? [] : [{ hiding, other }];
  });
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** True for names that become one when they are compared; another name may have another meaning, such as a day. */
function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
