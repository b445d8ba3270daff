import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { defaultSite } from '../../../../src/content/site/site.ts';
import { openCache } from '../../../../src/publish/disk/cache.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import type { ParsedFile } from '../../../../src/publish/scan/parse-file.ts';
import { openParsedFiles } from '../../../../src/publish/steps/parsed-files.ts';
import type { ParsedFiles } from '../../../../src/publish/steps/parsed-files.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { noVault } from '../../../../src/content/vault/vault-source.ts';

const source = '+++\ntitle = "A"\ndate = 2020-01-02\n+++\n\nText.\n';
const options = { site: defaultSite, collection: 'posts', today: '2026-01-01' } as const;

interface Opened {
  readonly folder: string;
  /** Paths of the files that were parsed, not taken from what was kept. */
  readonly parsed: string[];
  open(version?: string, change?: Partial<ParsedFile>): ParsedFiles;
}

function create(): Opened {
  const folder = makeFolder({ 'a.md': source });
  const cacheFolder = makeFolder();
  const parsed: string[] = [];
  return {
    folder,
    parsed,
    open: (version = 'v1', change = {}) =>
      openParsedFiles({
        cache: openCache(cacheFolder),
        version,
        parse: async (_collection, { path }) => {
          parsed.push(path);
          return { ...(await parseFile(Buffer.from(source), path, options)), ...change };
        },
      }),
  };
}

async function parse(
  files: ParsedFiles,
  folder: string,
  path = 'a.md',
  rules = noVault,
): Promise<ParsedFile> {
  const file = { path, file: join(folder, 'a.md'), sizeBytes: 1, modifiedMs: 1 };
  const parsed = await files.parse('posts', file, rules);
  files.save();
  return parsed;
}

describe('openParsedFiles', () => {
  test('takes again what the same bytes gave, over any number of builds', async () => {
    const { folder, parsed, open } = create();
    const first = await parse(open(), folder);
    expect(await parse(open(), folder)).toEqual(first);
    expect(await parse(open(), folder)).toEqual(first);
    expect(parsed).toEqual(['a.md']);
  });

  test('parses a file of the same length and time that has other bytes', async () => {
    const { folder, parsed, open } = create();
    await parse(open(), folder);
    writeFileSync(join(folder, 'a.md'), source.replace('"A"', '"B"'));
    await parse(open(), folder);
    expect(parsed).toHaveLength(2);
  });

  test('parses the same bytes at another path, which may give the title', async () => {
    const { folder, parsed, open } = create();
    await parse(open(), folder);
    await parse(open(), folder, 'b.md');
    expect(parsed).toEqual(['a.md', 'b.md']);
  });

  test('parses anew when the folder turns out to be a vault, and keeps both', async () => {
    const { folder, parsed, open } = create();
    const vault = { ...noVault, isVault: true };
    for (let build = 0; build < 2; build++) {
      const files = open();
      await parse(files, folder);
      await parse(files, folder, 'a.md', vault);
    }
    expect(parsed).toEqual(['a.md', 'a.md']);
  });

  test('parses anew for another version', async () => {
    const { folder, parsed, open } = create();
    await parse(open(), folder);
    await parse(open('v2'), folder);
    expect(parsed).toHaveLength(2);
  });

  test('keeps nothing of a file that could not be read in time', async () => {
    const { folder, parsed, open } = create();
    await parse(open('v1', { isUnread: true }), folder);
    await parse(open(), folder);
    expect(parsed).toHaveLength(2);
  });
});
