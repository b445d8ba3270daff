import { join } from 'node:path';

import type { Library } from '../../content/model/library.ts';
import type { PageData } from '../../content/files/page-data.ts';
import type { Cache } from '../disk/cache.ts';
import { isInState, readState } from '../disk/file-state.ts';
import type { FileState } from '../disk/file-state.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { recordAnswers } from './record-answers.ts';

/** Pages in the output folder that would come out the same again. */
export interface KeptPages {
  /**
   * A page that an earlier build wrote, if the library still answers all that was asked for it alike and nobody
   * has touched the file since.
   */
  find(fileName: string): Promise<FoundPage | undefined>;
  /** Remembers a page, what the library was asked for it, and the addresses that are to be found from it. */
  note(fileName: string, answers: PageData, leads: readonly string[]): Promise<void>;
  /** Keeps what is known for the next build. All pages must be on the disk. */
  save(): void;
}

/** What is known of a page that is there. */
export interface FoundPage {
  readonly leads: readonly string[];
}

/** What pages are kept with. */
export interface KeptPagesOptions {
  readonly cache: Cache;
  /** The output folder. */
  readonly folder: string;
  /** Changes with all that every page depends on: the app, settings, icons. */
  readonly version: string;
  readonly library: Library;
  /** A hash of all that a page shows of a post; `undefined` where there is none. */
  readonly hashPost: (permalink: string) => Promise<string | undefined>;
}

/** A page as it is kept. */
interface KeptPage {
  readonly asked: Questions;
  /** Hash of the answers. */
  readonly answers: string;
  readonly leads?: readonly string[];
  readonly file: FileState;
}

interface Questions {
  readonly overview: boolean;
  readonly keywords: boolean;
  readonly lists: readonly PageData['lists'][number]['request'][];
  readonly archives: readonly PageData['archives'][number]['place'][];
  readonly posts: readonly string[];
}

/**
 * The pages of the last build into a folder. A page follows from the library's answers, so asking the same again
 * tells whether it has changed, for a tenth of the time that rendering takes. Neither pages nor texts of posts are read:
 * a file is known by its size and time of change, a post by a hash.
 */
export function openKeptPages(options: KeptPagesOptions): KeptPages {
  const { cache, folder, version, library } = options;
  const key = hashBytes(JSON.stringify(['pages', folder, version]));
  const known = new Map(parseKept(cache.load(key)));
  const found = new Map<string, KeptPage>();
  const noted = new Map<string, Omit<KeptPage, 'file'>>();
  const hashAnswers = createHasher(options);
  return {
    async find(fileName) {
      const page = known.get(fileName);
      if (page === undefined || !isInState(join(folder, fileName), page.file)) return undefined;
      if ((await hashAnswers(await askAgain(library, page.asked), page.asked)) !== page.answers)
        return undefined;
      found.set(fileName, page);
      return { leads: page.leads ?? [] };
    },
    async note(fileName, answers, leads) {
      const asked = listQuestions(answers);
      const hash = await hashAnswers(answers, asked);
      noted.set(fileName, { asked, answers: hash, ...(leads.length > 0 && { leads }) });
    },
    save() {
      const next = new Map(found);
      for (const [fileName, page] of noted) {
        const file = readState(join(folder, fileName));
        if (file !== undefined) next.set(fileName, { ...page, file });
      }
      cache.save(key, [...next]);
    },
  };
}

function listQuestions({ overview, keywords, lists, archives, posts }: PageData): Questions {
  return {
    overview: overview !== undefined,
    keywords: keywords !== undefined,
    lists: lists.map(({ request }) => request),
    archives: archives.map(({ place }) => place),
    posts: posts.map(({ permalink }) => permalink),
  };
}

/** The answers of `library` to questions that were asked before, as of today, but for those about posts. */
async function askAgain(library: Library, asked: Questions): Promise<PageData> {
  const recorder = recordAnswers(library);
  if (asked.overview) await recorder.library.loadOverview();
  if (asked.keywords) await recorder.library.loadKeywords();
  for (const request of asked.lists) await recorder.library.loadList(request);
  for (const place of asked.archives) await recorder.library.loadArchive(place);
  return recorder.read();
}

/** A function that hashes the answers to some questions; those that many pages get are put into text once. */
function createHasher({
  hashPost,
}: KeptPagesOptions): (answers: PageData, asked: Questions) => Promise<string> {
  const texts = new WeakMap<object, string>();
  const hashOnce = (answer: object | undefined): string => {
    if (answer === undefined) return '';
    const text = texts.get(answer) ?? hashBytes(JSON.stringify(answer));
    texts.set(answer, text);
    return text;
  };
  return async ({ overview, keywords, lists, archives }, asked) => {
    const posts = await Promise.all(asked.posts.map(hashPost));
    const parts = [hashOnce(overview), hashOnce(keywords), lists, archives, posts];
    return hashBytes(JSON.stringify(parts));
  };
}

/** The list that the cache gave back, whose hash it has checked; nothing when there is none. */
function parseKept(value: unknown): readonly (readonly [string, KeptPage])[] {
  return Array.isArray(value) ? (value as readonly (readonly [string, KeptPage])[]) : [];
}
