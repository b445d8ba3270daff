import { describe, expect, test } from 'vitest';
import { findBlock } from '../../../../src/content/front-matter/block.ts';
import { createFields } from '../../../../src/content/front-matter/fields.ts';
import { findHidingRule, hidingRules } from '../../../../src/content/front-matter/hiding-rule.ts';
import type { HidingRule } from '../../../../src/content/front-matter/hiding-rule.ts';
import { findHidingSetting } from '../../../../src/content/front-matter/hiding-setting.ts';
import { isSettingName } from '../../../../src/content/front-matter/setting-name.ts';
import { findHiddenReason } from '../../../../src/content/post/visibility.ts';

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
