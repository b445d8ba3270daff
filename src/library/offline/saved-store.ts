import { nameSavedCache } from '../../content/files/offline-marks.ts';
import {
  decodeSavedIndex,
  emptyIndex,
  encodeSavedIndex,
} from '../../content/files/saved/saved-index.ts';
import type { SavedIndex } from '../../content/files/saved/saved-index.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { FileAnswer } from '../net/request.ts';
import { LibraryError } from '../net/library-error.ts';

/** Saved files on this device, and the index that tells of them. */
export interface SavedStore {
  /** What is saved; nothing where the browser forbids storage or has emptied it. */
  read(): Promise<SavedIndex>;
  /** Changes what is said to be saved: one tab at a time. Rejects with `full` or `refused`. */
  change(edit: (index: SavedIndex) => SavedIndex): Promise<SavedIndex>;
  /** Keeps a file by its path under the base. Rejects with `full` where there is no room, and `refused` where storage is forbidden. */
  put(path: string, answer: FileAnswer): Promise<void>;
  /** The text of a saved file. */
  text(path: string): Promise<string | undefined>;
  has(path: string): Promise<boolean>;
  remove(paths: Iterable<string>): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
  /** Runs `work` while no other tab runs any. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Calls `listener` when a tab has changed the index. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

/** Where the index lies among the files: an address that no file of a blog has. */
const indexPath = 'data/v1/o/saved';

/** @param base decoded path the blog lives under, with `/` at both ends */
export function openSavedStore(base: string): SavedStore {
  const toUrl = (path: string): string =>
    new URL(permalinkToHref(`/${path}`, base), location.href).href;
  const name = nameSavedCache(toUrl(''));
  const listeners = new Set<() => void>();
  const channel = openChannel(name, () => listeners.forEach((listener) => listener()));
  const find = (path: string): Promise<Response | undefined> =>
    caches.match(toUrl(path), { cacheName: name });
  const put = async (path: string, response: Response): Promise<void> => {
    try {
      await (await caches.open(name)).put(toUrl(path), response);
    } catch (cause) {
      const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
      const message = `\`${path}\` cannot be saved.`;
      throw new LibraryError(isFull ? 'full' : 'refused', message, { cause });
    }
  };
  const read = async (): Promise<SavedIndex> => {
    try {
      const value: unknown = await (await find(indexPath))?.json();
      return value === undefined ? emptyIndex : decodeSavedIndex(value, indexPath);
    } catch {
      // Storage is forbidden, or what is there is of another version: nothing is saved as far as this one knows.
      return emptyIndex;
    }
  };
  const tell = (): void => {
    listeners.forEach((listener) => listener());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel?.postMessage('changed');
  };
  return {
    read,
    change: (edit) =>
      withLock(`${name}:index`, async () => {
        const index = edit(await read());
        const headers = { 'content-type': 'application/json' };
        await put(indexPath, new Response(encodeSavedIndex(index), { headers }));
        tell();
        return index;
      }),
    put: (path, { content, headers }) => put(path, new Response(content, { headers })),
    text: async (path) => (await find(path))?.text(),
    has: async (path) => (await find(path)) !== undefined,
    async remove(paths) {
      const cache = await caches.open(name);
      for (const path of paths) await cache.delete(toUrl(path));
    },
    async clear() {
      await caches.delete(name);
      tell();
    },
    alone: (work) => withLock(`${name}:work`, work),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Without locks, in an old browser, two tabs may save at a time; the next comparison mends what they lost. */
function withLock<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return 'locks' in navigator ? navigator.locks.request(name, work) : work();
}

function openChannel(name: string, onMessage: () => void): BroadcastChannel | undefined {
  if (typeof BroadcastChannel !== 'function') return undefined;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', onMessage);
  return channel;
}
