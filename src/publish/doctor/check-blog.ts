import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Finding } from '../advice/finding.ts';
import type { PostFacts } from '../render/post-facts.ts';
import type { Blog } from '../scan/load-blog.ts';
import { createAnchorCheck } from './check-anchors.ts';
import { checkFiles } from './check-files.ts';
import { findLine } from './find-line.ts';

/** Checks that take all posts of a blog, one after the other. */
export interface BlogCheck {
  /** Looks at a post or free page, with what is known of its body. */
  add(entry: CatalogEntry, facts: PostFacts): void;
  /** All that was found, when every post has been added. */
  finish(): Promise<readonly Finding[]>;
}

/** What {@link openBlogCheck} goes by. */
export interface CheckOptions {
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** The image of the site. */
  readonly image: string | undefined;
}

/** Opens the checks of `blog`. */
export function openBlogCheck(blog: Blog, { base, image }: CheckOptions): BlogCheck {
  const findings: Finding[] = [];
  const anchors = createAnchorCheck(base);
  const used = new Set<string>(image === undefined ? [] : [`/${image.replace(/^\//, '')}`]);
  const sources = new Map<string, string>();
  return {
    add({ meta }, { anchors: places, findings: own, references, images }) {
      const file = nameSource(meta);
      sources.set(file, blog.fileOf(meta));
      findings.push(...own);
      for (const address of [...Object.values(references), ...Object.keys(images)])
        used.add(address);
      if (places !== undefined) anchors.add({ file, permalink: meta.permalink, anchors: places });
    },
    async finish() {
      const lost = anchors.finish();
      const placed = lost.map(async (finding) => ({
        ...finding,
        ...(await findLine(sources.get(finding.file), finding.subject ?? '')),
      }));
      return [...findings, ...(await Promise.all(placed)), ...(await checkFiles(blog, used))];
    },
  };
}
