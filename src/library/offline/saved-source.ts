import { isOwnPage } from '../../content/files/offline-marks.ts';
import { parsePostRecord } from '../../content/files/post-record.ts';
import {
  decodeSavedFiles,
  decodeSavedPart,
  decodeSavedRoot,
  savedFilesFile,
  savedPartFile,
  savedRootFile,
} from '../../content/files/saved/saved-list.ts';
import type { SavedEntry, SavedFile, SavedRoot } from '../../content/files/saved/saved-list.ts';
import type { SavedScope } from '../../content/model/saved.ts';
import type { PostCard } from '../../content/model/post.ts';
import { permalinkToHref, recordFile } from '../../content/site/permalink.ts';
import { LibraryError } from '../net/library-error.ts';
import { type FileAnswer, type Line, requestAnswer } from '../net/request.ts';
import { isWanted, listPaths } from './saved-plan.ts';

/** What the server has to save. All of it is asked for past the service worker, which would keep it once more. */
export interface SavedSource {
  loadRoot(signal: AbortSignal): Promise<SavedRoot>;
  /** Lists, the search index and the pages around the posts. */
  loadFiles(root: SavedRoot, signal: AbortSignal): Promise<readonly SavedFile[]>;
  /** The posts and free pages that one of `scopes` asks for. */
  findEntries(
    root: SavedRoot,
    scopes: readonly SavedScope[],
    signal: AbortSignal,
  ): Promise<readonly SavedEntry[]>;
  /** A file as it may be kept, by its path under the base. Rejects for an error, or what is no file of ours. */
  load(path: string, signal: AbortSignal): Promise<FileAnswer>;
  /** All files of a post or free page, by path, and its card. */
  loadPost(entry: SavedEntry, signal: AbortSignal): Promise<LoadedPost>;
}

/** A post or free page with all that belongs to it. */
export interface LoadedPost {
  readonly card: PostCard;
  readonly answers: ReadonlyMap<string, FileAnswer>;
}

/** @param base decoded path the blog lives under, with `/` at both ends */
export function openSavedSource(line: Line, base: string): SavedSource {
  const load = async (path: string, signal: AbortSignal): Promise<FileAnswer> => {
    const isPage = path === '' || path.endsWith('/') || /\.html?$/.test(path);
    const url = permalinkToHref(`/${path}`, base);
    const wanted = { url, file: path, isPage, cache: 'no-store' } as const;
    const answer = await requestAnswer(line, wanted, { signal, onSign: () => undefined });
    if (!isPage || isOwnPage(new TextDecoder().decode(answer.content))) return answer;
    throw new LibraryError('bad-content', `\`${path}\` is no page of the blog.`);
  };
  const loadJson = async <Value>(
    file: string,
    decode: (value: unknown, place: string) => Value,
    signal: AbortSignal,
  ): Promise<Value> => decodeAnswer(await load(file, signal), file, decode);
  return {
    load,
    loadRoot: (signal) => loadJson(savedRootFile, decodeSavedRoot, signal),
    async loadFiles({ buildId }, signal) {
      const loaded = await loadJson(savedFilesFile, decodeSavedFiles, signal);
      refuseOther(loaded.buildId, buildId);
      return loaded.files;
    },
    async findEntries({ buildId, partCount }, scopes, signal) {
      const found: SavedEntry[] = [];
      // One post has one address.
      const most = scopes.every(({ kind }) => kind === 'post') ? scopes.length : Infinity;
      for (let number = 0; number < partCount && found.length < most; number++) {
        const part = await loadJson(savedPartFile(number), decodeSavedPart, signal);
        refuseOther(part.buildId, buildId);
        found.push(
          ...part.entries.filter((entry) => scopes.some((scope) => isWanted(scope, entry))),
        );
      }
      return found;
    },
    async loadPost(entry, signal) {
      const answers = new Map<string, FileAnswer>();
      const [page, ...others] = listPaths(entry);
      await Promise.all(
        [page ?? '', ...others].map(async (path) => {
          try {
            answers.set(path, await load(path, signal));
          } catch (error) {
            signal.throwIfAborted();
            // A post reads without a picture.
            if (!entry.pictures.includes(path)) throw error;
          }
        }),
      );
      const file = recordFile(entry.permalink);
      const record = answers.get(file);
      if (record === undefined) throw new LibraryError('bad-content', `\`${file}\` is missing.`);
      return { card: decodeAnswer(record, file, parsePostRecord).card, answers };
    },
  };
}

/** A deploy in the middle: the next time all is of one build. */
function refuseOther(found: string, wanted: string): void {
  if (found === wanted) return;
  throw new LibraryError('bad-content', 'The list of what may be saved is of two builds.');
}

function decodeAnswer<Value>(
  { content }: FileAnswer,
  file: string,
  decode: (value: unknown, place: string) => Value,
): Value {
  try {
    return decode(JSON.parse(new TextDecoder().decode(content)), file);
  } catch (cause) {
    throw new LibraryError('bad-content', `\`${file}\` cannot be read.`, { cause });
  }
}
