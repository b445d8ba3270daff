import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function inLanguage([path, language]: readonly [string, string | undefined]): PostMeta {
  return { ...createMeta({ path, permalink: `/${path}/` }), language };
}

function translationsOf(metas: readonly PostMeta[]): readonly string[] {
  const catalog = buildCatalog(metas, testSite);
  const first = catalog.byPermalink.get(metas[0]?.permalink ?? '');
  return first === undefined
    ? []
    : catalog
        .findRelations(first)
        .translations.map(({ language, permalink }) => `${language} ${permalink}`);
}

describe('groupTranslations', () => {
  test.each([
    ['files side by side', ['x.md', undefined], ['x.fr.md', 'fr'], ['fr /x.fr.md/']],
    ['bundles', ['x/index.md', undefined], ['x/index.de.md', 'de'], ['de /x/index.de.md/']],
    [
      'the site’s language in the name',
      ['x.en.md', undefined],
      ['x.fr.md', 'fr'],
      ['fr /x.fr.md/'],
    ],
    ['a finer language', ['x.md', undefined], ['x.pt.md', 'pt-BR'], ['pt-BR /x.pt.md/']],
    ['a suffix that is no language', ['x.md', undefined], ['x.js.md', undefined], []],
    ['other posts', ['x.md', undefined], ['y.fr.md', 'fr'], []],
  ] as const)('finds %s', (_, first, second, expected) => {
    expect(translationsOf([inLanguage(first), inLanguage(second)])).toEqual(expected);
  });
});
