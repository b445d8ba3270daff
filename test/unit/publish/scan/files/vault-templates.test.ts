import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findTemplates } from '../../../../../src/publish/scan/files/vault-templates.ts';
import { makeFolder } from '../../../../support/temporary-folder.ts';

describe('findTemplates', () => {
  test.each<[string, Record<string, string>, string, string, string | undefined]>([
    ['the usual folder', { '.obsidian/app.json': '{}' }, '', 'Templates/day.md', 'templates'],
    [
      'the folder that the settings name',
      { '.obsidian/templates.json': '{"folder":"meta/Forms"}' },
      '',
      'meta/Forms/day.md',
      'meta/Forms',
    ],
    [
      'that of Templater',
      { '.obsidian/plugins/templater-obsidian/data.json': '{"templates_folder":"/T/"}' },
      '',
      'T/day.md',
      'T',
    ],
    [
      'a folder of posts within a vault',
      { '.obsidian/templates.json': '{"folder":"blog/T"}' },
      'blog',
      'T/day.md',
      'blog/T',
    ],
    ['no other folder', { '.obsidian/app.json': '{}' }, '', 'C++/Templates/a.md', undefined],
    [
      'no usual folder where another is named',
      { '.obsidian/templates.json': '{"folder":"Forms"}' },
      '',
      'Templates/a.md',
      undefined,
    ],
    [
      'settings that are damaged',
      { '.obsidian/templates.json': '{' },
      '',
      'templates/a.md',
      'templates',
    ],
    ['no folder that is no vault', { 'a.md': '' }, '', 'templates/a.md', undefined],
  ])('knows %s', async (_, files, inner, path, folder) => {
    const find = await findTemplates(join(makeFolder(files), inner));
    expect(find(path)).toBe(folder);
  });
});
