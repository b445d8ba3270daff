import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { runDoctor } from '../../../../src/publish/doctor/run-doctor.ts';
import type { DoctorPlace, DoctorRequest } from '../../../../src/publish/doctor/run-doctor.ts';
import { packageRoot } from '../../../../src/publish/package/package-root.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { findCacheFolder } from '../../../../src/publish/steps/open-workshop.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const cacheFolder = findCacheFolder(packageRoot);

const post =
  '+++\ntitle = "A"\ndate = 2020-01-01\nupdatd = 2020-02-01\n+++\n![](cup.png) [x](https://a.example/gone)\n';

interface Run {
  readonly code: number;
  readonly output: string;
  readonly notes: string;
  readonly text: string;
}

async function run(
  request: Partial<DoctorRequest>,
  place: Partial<DoctorPlace> = {},
): Promise<Run> {
  const folder = makeFolder({ 'site.toml': 'posts = "p"', 'p/a.md': post, 'p/cup.png': 'x' });
  let [output, notes] = ['', ''];
  const code = await runDoctor(
    {
      format: 'text',
      isWhole: false,
      isStrict: false,
      asksOutside: false,
      repairs: 'none',
      ...request,
    },
    {
      files: readSite(folder, {}),
      base: '/',
      cacheFolder,
      cwd: folder,
      hasColour: false,
      write: (text) => void (output += text),
      note: (text) => void (notes += text),
      ask: undefined,
      ...place,
    },
  );
  return { code, output, notes, text: readFileSync(join(folder, 'p/a.md'), 'utf8') };
}

describe('runDoctor', () => {
  test('prints findings by kind, and fails for warnings only if asked to', async () => {
    const plain = await run({});
    expect(plain.code).toBe(0);
    expect(plain.output).toContain(
      'Settings of posts with a name that nothing reads  1 setting-name',
    );
    expect(plain.output).toContain('posts/a.md:4:1  `updatd` is no setting');
    expect(plain.output).toContain('`--fix` puts 1 of them right.');
    expect((await run({ isStrict: true })).code).toBe(1);
  });

  test.each<[string, DoctorRequest['repairs'], DoctorPlace['ask'], boolean]>([
    ['not without a terminal', 'ask', undefined, false],
    ['not after a no', 'ask', () => Promise.resolve(false), false],
    ['after a yes', 'ask', () => Promise.resolve(true), true],
    ['unasked with --yes', 'yes', undefined, true],
  ])('shows repairs and makes them: %s', async (_, repairs, ask, isMade) => {
    const { text, notes, output } = await run({ repairs }, { ask });
    expect(notes).toContain('-updatd = 2020-02-01\n+updated = 2020-02-01');
    expect(text).toBe(isMade ? post.replace('updatd', 'updated') : post);
    expect(output.includes('setting-name')).toBe(!isMade);
  });

  test('names files from where it runs for tools, in each form', async () => {
    const json: unknown = JSON.parse((await run({ format: 'json' })).output);
    expect(json).toMatchObject({ version: 1, counts: { 'setting-name': 1, 'no-alt': 1 } });
    expect(json).toHaveProperty(
      'findings',
      expect.arrayContaining([
        expect.objectContaining({ rule: 'setting-name', file: 'p/a.md', line: 4, column: 1 }),
      ]),
    );
    const { runs } = JSON.parse((await run({ format: 'sarif' })).output);
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('no-alt');
    const github = (await run({ format: 'github' })).output;
    expect(github).toContain('::warning file=p/a.md,line=4,col=1,title=setting-name::`updatd`');
  });

  test('follows links to other sites only when asked to, and says where they stand', async () => {
    const world: DoctorPlace['world'] = {
      request: () => Promise.resolve(new Response(undefined, { status: 404 })),
      sleep: () => Promise.resolve(),
      now: () => 0,
    };
    expect((await run({}, { world })).output).not.toContain('outside-link');
    const { output } = await run({ asksOutside: true }, { world });
    expect(output).toContain('posts/a.md:6:18  `https://a.example/gone` answers 404.');
  });
});
