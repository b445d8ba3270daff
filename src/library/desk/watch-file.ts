import type { ChosenFiles } from './chosen-files.ts';

/** Time between two looks at a file that may have been saved. */
const lookMs = 1000;

/** Not in every browser. */
interface FileSystemObserver {
  observe(handle: FileSystemHandle, options: { readonly recursive: boolean }): Promise<void>;
  disconnect(): void;
}

interface ObserverScope {
  readonly FileSystemObserver?: new (callback: () => void) => FileSystemObserver;
}

/**
 * Calls `onChange` each time the file at `path`, or, where the browser tells of it, anything beside it was saved: looked at
 * every second while the page is in sight, and when it comes to the front.
 *
 * @returns a function that ends it.
 */
export function watchFile(chosen: ChosenFiles, path: string, onChange: () => void): () => void {
  const file = chosen.files.get(path);
  if (!chosen.isLive || file === undefined) return () => undefined;
  let last: string | undefined;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking || document.hidden) return;
    isLooking = true;
    // A file that is being written, or was renamed: it is there again in a moment.
    const now = await file.open().catch(() => undefined);
    isLooking = false;
    if (now === undefined) return;
    const state = `${now.lastModified} ${now.size}`;
    if (last !== undefined && last !== state) onChange();
    last = state;
  };
  const lookNow = (): void => void look();
  lookNow();
  const timer = setInterval(lookNow, lookMs);
  addEventListener('focus', lookNow);
  document.addEventListener('visibilitychange', lookNow);
  const stopObserver = observe(chosen.handle, onChange);
  return () => {
    clearInterval(timer);
    removeEventListener('focus', lookNow);
    document.removeEventListener('visibilitychange', lookNow);
    stopObserver();
  };
}

/** Pictures beside the file count too. Where the browser refuses, looking every second is enough. */
function observe(handle: FileSystemHandle | undefined, onChange: () => void): () => void {
  const { FileSystemObserver } = globalThis as ObserverScope;
  if (handle?.kind !== 'directory' || FileSystemObserver === undefined) return () => undefined;
  const observer = new FileSystemObserver(onChange);
  observer.observe(handle, { recursive: true }).catch(() => undefined);
  return () => observer.disconnect();
}
