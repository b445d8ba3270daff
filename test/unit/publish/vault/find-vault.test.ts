import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { findVault } from '../../../../src/publish/vault/find-vault.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import type { Blog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

type Files = Readonly<Record<string, string>>;

function load(files: Files): Promise<Blog> {
  const siteFiles = readSite(makeFolder(files), {});
  return loadBlog({
    files: siteFiles,
    parse: (collection, file, vault) =>
      parseFile(readFileSync(file.file), file.path, {
        site: siteFiles.site,
        collection,
        today: '2026-01-01',
        vault,
      }),
    listMentions: createMentionReader(undefined),
  });
}

function namesOf({ catalog }: Blog): readonly string[] {
  return catalog.keywords.map(({ name }) => name);
}

describe('findVault', () => {
  test.each<[string, Files, boolean]>([
    ['Obsidian', { 'public/posts/.obsidian/app.json': '' }, true],
    [
      'Obsidian above the posts',
      { 'public/.obsidian/app.json': '', 'public/posts/a.md': '' },
      true,
    ],
    ['Logseq', { 'public/posts/logseq/config.edn': '' }, true],
    ['Foam', { '.foam/x.json': '' }, true],
    ['the setting', { 'site.toml': 'vault = true' }, true],
    ['the setting that says no', { 'site.toml': 'vault = false', '.obsidian/a': '' }, false],
    ['nothing', { 'public/posts/a.md': '' }, false],
  ])('tells a vault by %s', async (_, files, isVault) => {
    expect((await findVault(readSite(makeFolder(files), {}))).isVault).toBe(isVault);
  });
});

const notes = {
  'public/posts/Tea.md': 'About [[Cup]].',
  'public/posts/Cup.md': 'About ==[[Tea]]== [[nothing]].',
};

describe('judgeLinks', () => {
  test('makes a vault of a folder whose links name notes', async () => {
    const { world, catalog } = await load({ ...notes, 'public/posts/Pot.md': '[[Tea|it]]' });
    expect(world.vault?.rules).toEqual({ isVault: true, hasTextTags: false, links: [] });
    expect(catalog.byPermalink.get('/posts/cup/')?.card.summary).toBe('About Tea nothing.');
  });

  test('makes links of few names that exist, and leaves the rest', async () => {
    const { world, catalog, copies } = await load({
      ...notes,
      'public/posts/Other.md': 'x[[1]] [[Feature #1]] %%a%%',
    });
    expect(world.vault?.rules).toEqual({
      isVault: false,
      hasTextTags: false,
      links: ['Cup', 'Tea'],
    });
    expect(catalog.byPermalink.get('/posts/cup/')?.card.summary).toBe('About ==Tea== [[nothing]].');
    expect(catalog.byPermalink.get('/posts/other/')?.card.summary).toBe(
      'x[[1]] [[Feature #1]] %%a%%',
    );
    expect(copies.filter(({ isRewritten }) => isRewritten).map(({ fileName }) => fileName)).toEqual(
      ['posts/Cup.md', 'posts/Tea.md'],
    );
  });

  test('changes nothing where no name exists, and nothing where the setting says no', async () => {
    const other = await load({ 'public/posts/a.md': 'x[[1]] [[Feature #1]] ==b==' });
    expect(other.world.vault).toBeUndefined();
    const off = await load({ ...notes, 'site.toml': 'vault = false' });
    expect(off.world.vault).toBeUndefined();
    expect(off.copies.some(({ isRewritten }) => isRewritten)).toBe(false);
  });

  test('makes keywords of tags in the text when a setting asks', async () => {
    const files = { 'public/posts/a.md': '---\ntags: [Tea]\n---\nOn #tea and #cups/small.' };
    const asked = await load({ ...files, 'site.toml': 'text_tags = true' });
    expect(namesOf(asked).toSorted()).toEqual(['Tea', 'cups/small']);
    expect(asked.catalog.entries[0]?.card.summary).toBe('On #tea and #cups/small.');
    expect(namesOf(await load(files))).toEqual(['Tea']);
  });
});
