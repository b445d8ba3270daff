import type { Site } from '../../content/site/site.ts';
import type { Problem } from '../../content/model/problem.ts';
import { openBlogCheck } from '../doctor/check-blog.ts';
import type { Publisher } from '../steps/list-files.ts';

/** A larger blog is left to `rubric doctor`: all its posts would be rendered after each change. */
const mostPosts = 500;

/** The settings by which a blog is looked through. */
export interface ExamineShownOptions {
  readonly site: Pick<Site, 'image'>;
  readonly base: string;
  /** Told of what was found, unless the blog has changed meanwhile. */
  readonly tell: (problems: readonly Problem[]) => void;
}

/** The parts of a {@link Publisher} that are asked. */
export type Examined = Pick<Publisher, 'blog' | 'loadRecord'>;

/** Looks through the blog while it is written. */
export interface Examiner {
  /** Looks through a state of the blog, in place of the one before. */
  examine(publisher: Examined): Promise<void>;
  stop(): void;
}

/**
 * Looks through a blog as the doctor does, post by post, and stops as soon as there is a newer state of the blog. What a blog of
 * more than 500 posts would be told, the command `doctor` tells.
 */
export function createExaminer({ site, base, tell }: ExamineShownOptions): Examiner {
  let latest: Examined | undefined;
  const look = async (publisher: Examined): Promise<readonly Problem[] | undefined> => {
    const { catalog } = publisher.blog;
    const entries = [...catalog.pages, ...catalog.entries];
    if (entries.length > mostPosts) return [];
    const check = openBlogCheck(publisher.blog, { base, image: site.image });
    const problems: Problem[] = [];
    for (const entry of entries) {
      const { facts, problems: own } = await publisher.loadRecord(entry);
      if (latest !== publisher) return undefined;
      problems.push(...own);
      check.add(entry, facts);
    }
    return [...problems, ...(await check.finish())];
  };
  return {
    async examine(publisher) {
      latest = publisher;
      try {
        const found = await look(publisher);
        if (found !== undefined && latest === publisher) tell(found);
      } catch (error) {
        // Threads end with the server, and files of an earlier state may be gone.
        if (latest === publisher) throw error;
      }
    },
    stop: () => void (latest = undefined),
  };
}
