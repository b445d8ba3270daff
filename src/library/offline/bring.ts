import type { SavedPost } from '../../content/files/saved/saved-index.ts';
import type { SavedEntry, SavedFile } from '../../content/files/saved/saved-list.ts';
import { isNotFound } from '../net/library-error.ts';
import { mergeFiles, mergePosts } from './saved-plan.ts';
import type { SavedSource } from './saved-source.ts';
import type { SavedStore } from './saved-store.ts';

/** What brings files to this device. */
export interface BringTools {
  readonly source: SavedSource;
  readonly store: SavedStore;
  readonly signal: AbortSignal;
  /** Posts, or files of no post, at a time. */
  readonly parallel: number;
}

/** Posts after which the index is written: what has come stays when the page is closed. */
const batchSize = 25;

/** Brings `entries` whole, one batch after the other; `onDone` gets the bytes of each. A post that has gone meanwhile is left out. */
export async function bringPosts(
  tools: BringTools,
  entries: readonly SavedEntry[],
  onDone: (sizeBytes: number) => void,
): Promise<void> {
  const { source, store, signal } = tools;
  for (let from = 0; from < entries.length; from += batchSize) {
    const come: SavedPost[] = [];
    await inParallel(entries.slice(from, from + batchSize), tools, async (entry) => {
      const post = await source.loadPost(entry, signal).catch(leaveMissing);
      if (post !== undefined) {
        for (const [path, answer] of post.answers) await store.put(path, answer);
        come.push({ ...entry, card: post.card });
      }
      onDone(entry.sizeBytes);
    });
    await store.change((index) => ({ ...index, posts: mergePosts(index.posts, come) }));
  }
}

/** Brings files that are not of one post. */
export async function bringFiles(
  tools: BringTools,
  files: readonly SavedFile[],
  onDone: (sizeBytes: number) => void,
): Promise<void> {
  const { source, store, signal } = tools;
  if (files.length === 0) return;
  const come: SavedFile[] = [];
  await inParallel(files, tools, async (file) => {
    const answer = await source.load(file.path, signal).catch(leaveMissing);
    if (answer !== undefined) {
      await store.put(file.path, answer);
      come.push(file);
    }
    onDone(file.sizeBytes);
  });
  await store.change((index) => ({ ...index, files: mergeFiles(index.files, come) }));
}

/** A deploy in the middle may take a file away: the next comparison brings what is there then. */
function leaveMissing(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
}

async function inParallel<Item>(
  items: readonly Item[],
  { parallel, signal }: BringTools,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const run = async (): Promise<void> => {
    for (const item of rest) {
      signal.throwIfAborted();
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: parallel }, run));
}
