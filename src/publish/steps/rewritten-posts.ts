import { readFile } from 'node:fs/promises';

import { nameSource } from '../../content/model/post.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { noVault, translateForLists } from '../../content/vault/vault-source.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { RenderStore } from '../render/render-store.ts';
import type { Blog } from '../scan/load-blog.ts';

/** Posts that are published without the marks of vaults, and so not as they lie on the disk. */
export interface RewrittenPosts {
  /** The post that is published at `fileName`; `undefined` for what is published as it is. */
  find(fileName: string): Promise<OutputFile | undefined>;
}

/** The rewritten posts of `blog`, as `store` rendered them. */
export function openRewritten(
  { catalog, copies, fileOf, world }: Blog,
  store: RenderStore,
): RewrittenPosts {
  const names = new Set(
    copies.filter(({ isRewritten }) => isRewritten === true).map(({ fileName }) => fileName),
  );
  const all = names.size === 0 ? [] : [...catalog.pages, ...catalog.entries];
  const entries = new Map(all.map((entry) => [nameSource(entry.meta), entry]));
  return {
    async find(fileName) {
      const entry = names.has(fileName) ? entries.get(fileName) : undefined;
      if (entry === undefined) return undefined;
      const { published } = await store.load(entry);
      if (published !== undefined) return { fileName, content: published };
      // Rendering found nothing to rewrite; a comment must not get out, whatever the reason.
      const { text } = decodeText(await readFile(fileOf(entry.meta)));
      const rules = world.vault?.rules ?? noVault;
      return { fileName, content: translateForLists(text, rules).text };
    },
  };
}
