import { describe, expect, test } from 'vitest';
import { findBlock } from '../../../../../src/content/front-matter/block.ts';
import { createFields } from '../../../../../src/content/front-matter/fields.ts';
import {
  chooseValue,
  findDisagreements,
  findHidingRule,
  hidingRules,
} from '../../../../../src/content/front-matter/base/hiding-rule.ts';
import type { HidingRule } from '../../../../../src/content/front-matter/base/hiding-rule.ts';
import { findHidingSetting } from '../../../../../src/content/front-matter/lost-hiding-setting.ts';
import { isSettingName } from '../../../../../src/content/front-matter/base/setting-name.ts';
import { findHiddenReason } from '../../../../../src/content/post/visibility.ts';

const rules: readonly HidingRule[] = Object.values(hidingRules);
const settings = rules.flatMap((rule) =>
  rule.names.flatMap((name) => [...rule.words].map((word) => ({ rule, name, word }))),
);

describe('hidingRules', () => {
  test.each(settings)('hides a post by $name: $word', ({ name, word }) => {
    const days = { from: [], until: undefined };
    const fields = createFields({ [name]: word });
    const facts = { fields, path: 'x.md', days, today: '2020-01-01', future: false };
    expect(findHiddenReason(facts)).toBeDefined();
  });

  test.each(settings)('is kept by the net below for $name: $word', ({ rule, name, word }) => {
    const block = findBlock(`---\n${name.toUpperCase()}: ${word}\n---\n`);
    expect(findHidingSetting(block)).toMatchObject({ name: rule.name, value: word, line: 2 });
  });

  test.each(settings)('is known as a setting that no quote may swallow: $name', ({ name }) => {
    expect(isSettingName(name)).toBe(true);
  });
});

describe('findHidingRule', () => {
  test('reads names however they are written', () => {
    expect(findHidingRule('Is_Draft')).toBe(hidingRules.draft);
    expect(findHidingRule('drafts')).toBeUndefined();
  });
});

describe('chooseValue', () => {
  test.each([
    ['draft', true, false, 'first', 'first one'],
    ['draft', false, true, 'last', 'one that hides the post'],
    ['Is_Draft', false, 'soon', 'last', 'one that hides the post'],
    ['draft', null, false, 'first', 'first one'],
    ['published', '2019-03-04', 'no,', 'last', 'one that hides the post'],
    ['status', 'published', 'Private', 'last', 'one that hides the post'],
    ['status', 'trash', 'draft', 'first', 'first one'],
    ['title', 'draft', 'x', 'first', 'first one'],
  ] as const)('of %s %j and %j takes the %s', (key, first, last, which, words) => {
    const { value, message } = chooseValue(key, { first, last }, 'first');
    expect(value).toBe(which === 'first' ? first : last);
    expect(message).toBe(`\`${key}\` is given twice; the ${words} counts.`);
  });

  test('takes what usually counts where both or none hide the post', () => {
    expect(chooseValue('draft', { first: 'no', last: false }, 'last').value).toBe(false);
    expect(chooseValue('draft', { first: 'yes', last: true }, 'last').value).toBe(true);
    expect(chooseValue('draft', { first: true, last: false }, 'last').value).toBe(true);
  });
});

describe('findDisagreements', () => {
  test.each([
    ['capitals', { Draft: true, draft: false }, [{ hiding: 'Draft', other: 'draft' }]],
    ['other names', { draft: false, is_draft: 'yes' }, [{ hiding: 'is_draft', other: 'draft' }]],
    ['a status', { Status: 'x', status: 'trash' }, [{ hiding: 'status', other: 'Status' }]],
    ['a day beside a no', { published: '2019-03-04', publish: false }, []],
    ['one mind', { Draft: true, is_draft: true }, []],
    ['other settings', { Title: 'a', title: 'b', draft: true, published: true }, []],
  ])('looks at %s', (_, values, found) => {
    expect(findDisagreements(values)).toEqual(found);
  });
});
