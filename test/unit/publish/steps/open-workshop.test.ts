import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, onTestFinished, test } from 'vitest';

import { openWorkshop } from '../../../../src/publish/steps/open-workshop.ts';
import type { Workshop } from '../../../../src/publish/steps/open-workshop.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { parsePostRecord } from '../../../../src/content/files/post-record.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** The threads' code is bundled into the checkout's own `node_modules`: packages are found from there. */
const root = fileURLToPath(new URL('../../../..', import.meta.url));

const source = '+++\ntitle = "A"\n+++\nText and [B](b.md).\n';

async function open(files: Readonly<Record<string, string>>): Promise<{
  folder: string;
  workshop: Workshop;
}> {
  const folder = makeFolder(files);
  const workshop = await openWorkshop({ files: readSite(folder, {}), base: '/', root });
  onTestFinished(() => workshop.close());
  return { folder, workshop };
}

async function recordOf(workshop: Workshop, permalink: string): Promise<string> {
  const blog = await workshop.load();
  const publisher = workshop.openPublisher(blog, { isDevelopment: true });
  const entry = blog.catalog.byPermalink.get(permalink);
  if (entry === undefined) throw new Error(`Nothing is at ${permalink}.`);
  return String((await publisher.writeRecord(entry)).file.content);
}

describe('openWorkshop', { timeout: 60_000 }, () => {
  test('parses and renders in threads of their own', async () => {
    const { workshop } = await open({ 'public/posts/a.md': source, 'public/posts/b.md': '# B\n' });
    const record = parsePostRecord(JSON.parse(await recordOf(workshop, '/posts/a/')), 'post.json');
    expect(record.card.title).toBe('A');
    expect(record.references).toEqual({ 'b.md': '/posts/b/' });
  });

  test('follows the folder: changed, added and removed posts', async () => {
    const { folder, workshop } = await open({ 'public/posts/a.md': source });
    expect(await recordOf(workshop, '/posts/a/')).toContain('`b.md` leads to nothing');
    writeFileSync(join(folder, 'public/posts/b.md'), '# B\n');
    expect(await recordOf(workshop, '/posts/a/')).not.toContain('leads to nothing');
    rmSync(join(folder, 'public/posts/a.md'));
    const { catalog } = await workshop.load();
    expect([...catalog.byPermalink.keys()]).toEqual(['/posts/b/']);
  });

  test('names the build after what is published', async () => {
    const { folder, workshop } = await open({ 'public/posts/a.md': source });
    const name = async (): Promise<string> =>
      workshop.openPublisher(await workshop.load(), { isDevelopment: false }).overview.buildId;
    const before = await name();
    expect(await name()).toBe(before);
    writeFileSync(join(folder, 'public/posts/a.md'), `${source}More.\n`);
    expect(await name()).not.toBe(before);
  });
});
