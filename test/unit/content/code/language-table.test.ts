import hljs from 'highlight.js/lib/core';
import { languageSources } from 'virtual:rubric/languages';
import { describe, expect, test } from 'vitest';

import { findLanguage } from '../../../../src/content/code/highlight.ts';
import { languageTable } from '../../../../src/content/code/language-table.ts';

const languages = Object.entries(languageSources);

describe('languageTable', () => {
  test('has each language on a line of its own, in the order of the alphabet', () => {
    const names = languageTable
      .trim()
      .split('\n')
      .map((line) => line.replace(/ .*/, ''));
    expect(names).toEqual(Object.keys(languageSources));
    expect(names).toEqual(names.toSorted());
  });

  test('needs only languages that it has', () => {
    const needs = languages.flatMap(([, source]) => source.needs ?? []);
    expect(needs).toContain('xml');
    expect(needs.filter((name) => !(name in languageSources))).toEqual([]);
  });

  test('knows the names that highlight.js knows', async () => {
    const api = hljs.newInstance();
    for (const [name, source] of languages) {
      api.registerLanguage(name, (await source.load()).default);
      const { aliases = [] }: { aliases?: readonly string[] } = api.getLanguage(name) ?? {};
      expect(aliases.filter((alias) => findLanguage(alias) === undefined)).toEqual([]);
    }
  });
});
