import type { Problem } from '../../content/model/problem.ts';
import type { Site } from '../../content/site/site.ts';
import type { Finding } from '../advice/finding.ts';
import { findRule } from '../advice/rules.ts';
import type { Blog } from '../scan/load-blog.ts';
import type { Workshop } from '../steps/open-workshop.ts';
import { openBlogCheck } from './check-blog.ts';
import { findRepair } from './find-repair.ts';
import { listOutsideLinks } from './outside-link.ts';
import type { OutsideLink } from './outside-link.ts';

/** What looking through a blog gave. */
export interface Examination {
  readonly blog: Blog;
  readonly findings: readonly Finding[];
  /** Addresses of other sites that posts lead to. */
  readonly outside: readonly OutsideLink[];
}

/** How to look through a blog. */
export interface ExamineOptions {
  readonly site: Site;
  readonly base: string;
  /** Told how many of all posts were looked at. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Everything that a build of the blog of `workshop` would report, and what only the doctor looks at. Renders all posts,
 * as far as no earlier build or examination did, and publishes nothing.
 */
export async function examineBlog(
  workshop: Workshop,
  { site, base, onProgress }: ExamineOptions,
): Promise<Examination> {
  const blog = await workshop.load();
  const publisher = workshop.openPublisher(blog, { isDevelopment: false });
  await publisher.findLinks();
  const check = openBlogCheck(blog, { base, image: site.image });
  const problems: Problem[] = [];
  const outside: OutsideLink[] = [];
  const entries = [...blog.catalog.pages, ...blog.catalog.entries];
  for (const [at, entry] of entries.entries()) {
    const { facts, problems: own } = await publisher.loadRecord(entry);
    problems.push(...own);
    check.add(entry, facts);
    outside.push(...listOutsideLinks(entry, await publisher.loadBody(entry)));
    onProgress?.(at + 1, entries.length);
  }
  // Files of the site and redirects find faults of their own; each of these two has all of its kind made.
  for (const fileName of ['robots.txt', 'index.html']) await publisher.findFile(fileName);
  const told = [...blog.problems, ...problems, ...publisher.problems].map((problem): Finding => ({
    ...problem,
    rule: findRule(problem),
  }));
  workshop.save();
  return {
    blog,
    outside,
    findings: [...told, ...(await check.finish())].map((finding) => ({
      ...finding,
      repair: finding.repair ?? findRepair(finding, blog.copies),
    })),
  };
}
