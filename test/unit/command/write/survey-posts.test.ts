import { describe, expect, test } from 'vitest';

import { surveyPosts } from '../../../../src/command/write/survey-posts.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { sampleSite } from '../../../support/sample-site.ts';

const survey = (files: Record<string, string>): ReturnType<typeof surveyPosts> =>
  surveyPosts(makeFolder(files), sampleSite, '2026-11-30');

const yaml = '---\ntitle: A\ntags: [tea, cups]\n---\n';
const toml = '+++\ntitle = "A"\n[taxonomies]\nkeywords = ["tea"]\n+++\n';

describe('surveyPosts', () => {
  test('has habits of its own where there is no post', async () => {
    expect(await survey({ 'picture.png': '', '_index.md': yaml, 'README.md': yaml })).toEqual({
      dialect: 'toml',
      keywordSetting: 'taxonomies.keywords',
      hasDatedNames: false,
      ending: '.md',
      folder: '',
      keywords: [],
    });
  });

  test('follows most posts', async () => {
    const habits = await survey({
      'blog/2020-01-01-a.markdown': yaml,
      'blog/2020-01-02-b/index.markdown': yaml,
      'c.md': toml,
    });
    expect(habits).toEqual({
      dialect: 'yaml',
      keywordSetting: 'tags',
      hasDatedNames: true,
      ending: '.markdown',
      folder: 'blog',
      keywords: ['tea', 'cups'],
    });
  });

  test('puts no post into the folder of another year', async () => {
    const { folder } = await survey({ '2019/a.md': yaml, '2019/b.md': yaml });
    expect(folder).toBe('');
  });
});
