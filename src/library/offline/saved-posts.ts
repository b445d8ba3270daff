import type { Line } from '../net/request.ts';
import { LibraryError } from '../net/library-error.ts';
import { registerServiceWorker } from '../net/register-service-worker.ts';
import { keyOfScope } from '../../content/model/saved.ts';
import type { SavedPosts } from '../../content/model/library.ts';
import type { SavedScope } from '../../content/model/saved.ts';
import type { SavedIndex } from '../../content/files/saved/saved-index.ts';
import type { SavedEntry, SavedFile, SavedRoot } from '../../content/files/saved/saved-list.ts';
import { bringFiles, bringPosts } from './bring.ts';
import type { BringTools } from './bring.ts';
import {
  describeSaved,
  findMissing,
  findOrphans,
  isFileWanted,
  isPost,
  isWanted,
  planRemoval,
  sum,
} from './saved-plan.ts';
import { searchSaved } from './search-saved.ts';
import { openSavedSource } from './saved-source.ts';
import type { SavedSource } from './saved-source.ts';
import { openSavedStore } from './saved-store.ts';

/** Requests at a time while the reader waits, and while nobody does. */
const parallel = { save: 6, refresh: 2 };

/** All that some scopes ask for, as the server has it. */
interface Wanted {
  readonly root: SavedRoot;
  readonly entries: readonly SavedEntry[];
  readonly files: readonly SavedFile[];
}

/**
 * What the reader has saved on this device.
 *
 * @param base decoded path the blog lives under, with `/` at both ends
 */
export function openSavedPosts(line: Line, base: string, language: string): SavedPosts {
  const store = openSavedStore(base);
  const source = openSavedSource(line, base);

  const begin = async (scope: SavedScope): Promise<SavedIndex> => {
    const key = keyOfScope(scope);
    return store.change((index) => ({
      ...index,
      buildId: '',
      scopes: [...index.scopes.filter((other) => keyOfScope(other) !== key), scope],
    }));
  };
  const remove = async (scope: SavedScope): Promise<void> => {
    let paths: readonly string[] = [];
    const left = await store.change((index) => {
      const plan = planRemoval(index, scope);
      paths = plan.paths;
      return plan.index;
    });
    if (left.scopes.length === 0) await store.clear();
    else await store.remove(paths);
  };
  return {
    read: async () => describeSaved(await store.read()),
    async offer(scope) {
      const wanted = await findWanted(source, [scope], new AbortController().signal);
      if (wanted.entries.length === 0) return undefined;
      const missing = findMissingOf(wanted, await store.read());
      const sizeBytes = sum(missing.entries) + sum(missing.files);
      return { count: wanted.entries.filter(isPost).length, sizeBytes };
    },
    async save(scope, { signal, onProgress }) {
      await registerServiceWorker(base).catch(nameRefusal);
      // Or the browser may take it away when the device is full. It may refuse.
      void navigator.storage?.persist?.().catch(() => false);
      await store.alone(async () => {
        const before = await store.read();
        const wanted = await findWanted(source, [scope], signal);
        if (wanted.entries.length === 0)
          throw new LibraryError('not-found', 'The blog has nothing of it any more.');
        await begin(scope);
        try {
          const tools = { source, store, signal, parallel: parallel.save };
          await bring(tools, findMissingOf(wanted, before), onProgress);
          await loadParts();
        } catch (error) {
          // Where nothing can be taken back, the first reason is told all the same.
          await remove(scope).catch(() => undefined);
          throw error;
        }
      });
    },
    remove,
    removeAll: () => store.clear(),
    async refresh() {
      const { scopes } = await store.read();
      if (scopes.length === 0) return;
      const { signal } = new AbortController();
      await store.alone(async () => {
        const before = await store.read();
        const { buildId } = await source.loadRoot(signal);
        if (before.buildId === buildId || before.scopes.length === 0) return;
        const wanted = await findWanted(source, before.scopes, signal);
        const tools = { source, store, signal, parallel: parallel.refresh };
        await bring(tools, findMissingOf(wanted, before), () => undefined);
        await settle(store, wanted);
      });
    },
    search: async (request) =>
      searchSaved(describeSaved(await store.read()).posts, request, {
        language,
        loadText: async (path) => (await store.text(`posts/${path}`)) ?? '',
      }),
    onChange: store.onChange,
  };
}

/** Throws `error`, as a refusal where the browser forbids what it is about. */
function nameRefusal(error: unknown): never {
  const isRefused = error instanceof Error && /^(?:Security|NotAllowed)Error$/.test(error.name);
  if (!isRefused) throw error;
  throw new LibraryError('refused', 'The browser forbids it.', { cause: error });
}

/** Code that lists and searches ask for, so that the service worker keeps it. Without it, what was saved still reads. */
async function loadParts(): Promise<void> {
  await Promise.allSettled([
    import('../lists/load-archive.ts'),
    import('../lists/load-selection.ts'),
    import('../search/search-posts.ts'),
  ]);
}

async function findWanted(
  source: SavedSource,
  scopes: readonly SavedScope[],
  signal: AbortSignal,
): Promise<Wanted> {
  const root = await source.loadRoot(signal);
  const entries = await source.findEntries(root, scopes, signal);
  const files = (await source.loadFiles(root, signal)).filter(({ path }) =>
    scopes.some((scope) => isFileWanted(scope, path)),
  );
  return { root, entries, files };
}

function findMissingOf(
  { entries, files }: Wanted,
  saved: SavedIndex,
): Pick<Wanted, 'entries' | 'files'> {
  return {
    entries: findMissing<SavedEntry>(entries, saved.posts, ({ permalink }) => permalink),
    files: findMissing<SavedFile>(files, saved.files, ({ path }) => path),
  };
}

/** Brings what is missing, posts first: they are what the reader wants. */
async function bring(
  tools: BringTools,
  { entries, files }: Pick<Wanted, 'entries' | 'files'>,
  onProgress: (part: number) => void,
): Promise<void> {
  const total = sum(entries) + sum(files);
  let done = 0;
  const tell = (sizeBytes: number): void => onProgress((done += sizeBytes) / Math.max(1, total));
  await bringPosts(tools, entries, tell);
  await bringFiles(tools, files, tell);
}

/** Notes that all is as in the build of `wanted`, and removes what the blog has no more. */
async function settle(
  store: ReturnType<typeof openSavedStore>,
  { root, entries, files }: Wanted,
): Promise<void> {
  const there = new Set(entries.map(({ permalink }) => permalink));
  const paths = new Set(files.map(({ path }) => path));
  let orphans: readonly string[] = [];
  await store.change((index) => {
    const next = {
      ...index,
      buildId: root.buildId,
      scopes: index.scopes.filter(
        (scope) => scope.kind !== 'post' || entries.some((entry) => isWanted(scope, entry)),
      ),
      posts: index.posts.filter(({ permalink }) => there.has(permalink)),
      files: index.files.filter(({ path }) => paths.has(path)),
    };
    orphans = findOrphans(index, next);
    return next;
  });
  await store.remove(orphans);
}
