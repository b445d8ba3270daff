import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Library } from '../../content/model/library.ts';
import type { PageData } from '../../content/files/page-data.ts';
import type { Cache } from '../disk/cache.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { recordAnswers } from './record-answers.ts';

/** Pages in the output folder that would come out the same again. */
export interface KeptPages {
  /**
   * The page that an earlier build wrote, if the library still answers all that was asked for it alike and nobody
   * has changed the file since.
   */
  find(fileName: string): Promise<string | undefined>;
  /** Remembers a page, and what the library was asked for it. */
  note(fileName: string, html: string, answers: PageData): void;
  /** Keeps what is known for the next build. */
  save(): void;
}

/** What pages are kept with. */
export interface KeptPagesOptions {
  readonly cache: Cache;
  /** The output folder. */
  readonly folder: string;
  /** Changes with all that every page depends on: the app, settings, icons. */
  readonly version: string;
  readonly library: Library;
}

/** What was asked for one page, and hashes of the answers and of the page. */
interface KeptPage {
  readonly asked: Questions;
  readonly answers: string;
  readonly html: string;
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
 * tells whether it has changed, for a tenth of the time that rendering takes. Only hashes are kept beside the pages.
 */
export function openKeptPages(options: KeptPagesOptions): KeptPages {
  const { cache, folder, version, library } = options;
  const key = hashBytes(JSON.stringify(['pages', folder, version]));
  const known = parseKept(cache.load(key));
  const next: Record<string, KeptPage> = {};
  return {
    async find(fileName) {
      const page = Object.hasOwn(known, fileName) ? known[fileName] : undefined;
      if (page === undefined) return undefined;
      if (hashAnswers(await askAgain(library, page.asked)) !== page.answers) return undefined;
      const html = readText(join(folder, fileName));
      if (html === undefined || hashBytes(html) !== page.html) return undefined;
      next[fileName] = page;
      return html;
    },
    note(fileName, html, answers) {
      const asked = listQuestions(answers);
      next[fileName] = { asked, answers: hashAnswers(answers), html: hashBytes(html) };
    },
    save: () => cache.save(key, next),
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

/** The answers of `library` to questions that were asked before, as of today. */
async function askAgain(library: Library, asked: Questions): Promise<PageData> {
  const recorder = recordAnswers(library);
  if (asked.overview) await recorder.library.loadOverview();
  if (asked.keywords) await recorder.library.loadKeywords();
  for (const request of asked.lists) await recorder.library.loadList(request);
  for (const place of asked.archives) await recorder.library.loadArchive(place);
  for (const permalink of asked.posts) await recorder.library.loadPost(permalink);
  return recorder.read();
}

function hashAnswers(answers: PageData): string {
  return hashBytes(JSON.stringify(answers));
}

/** The value that the cache gave back, whose hash it has checked; nothing when there is none. */
function parseKept(value: unknown): Readonly<Record<string, KeptPage>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, KeptPage>>) : {};
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Gone: the page is made anew.
    return undefined;
  }
}
