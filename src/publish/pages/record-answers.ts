import type { KeywordCount, Library, Overview } from '../../content/model/library.ts';
import { keyOfRequest } from '../../content/files/page-data.ts';
import type { PageData } from '../../content/files/page-data.ts';

/** A library that remembers what it answered. */
export interface AnswerRecorder {
  readonly library: Library;
  /** All answers so far, each once: what the app needs to draw the same view without a request. */
  read(): PageData;
}

/** Wraps `library` for the rendering of one page. */
export function recordAnswers(library: Library): AnswerRecorder {
  let overview: Overview | undefined;
  let keywords: readonly KeywordCount[] | undefined;
  const lists = new Map<string, PageData['lists'][number]>();
  const archives = new Map<string, PageData['archives'][number]>();
  const posts = new Map<string, PageData['posts'][number]>();
  return {
    library: {
      ...library,
      async loadOverview() {
        overview = await library.loadOverview();
        return overview;
      },
      async loadKeywords() {
        keywords = await library.loadKeywords();
        return keywords;
      },
      async loadList(request) {
        const list = await library.loadList(request);
        lists.set(keyOfRequest(request), { request, list });
        return list;
      },
      async loadArchive(place) {
        const list = await library.loadArchive(place);
        archives.set(JSON.stringify(place), { place, list });
        return list;
      },
      async loadPost(permalink) {
        const view = await library.loadPost(permalink);
        if (view !== undefined) posts.set(permalink, { permalink, view });
        return view;
      },
    },
    read: () => ({
      overview,
      keywords,
      lists: [...lists.values()],
      archives: [...archives.values()],
      posts: [...posts.values()],
    }),
  };
}
