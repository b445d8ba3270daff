import type { Library } from '../../content/model/library.ts';
import { isLeanConnection } from '../frame/lean-connection.ts';
import { loadAppParts } from '../frame/app-part.ts';
import { whenIdle } from '../frame/later.ts';
import { readyEvent } from './boot.ts';

/** How long the app leaves the line to what the reader did before it was there, such as a click on a chip. */
const restMs = 300;

/** What {@link warmUp} needs. */
export interface WarmUpOptions {
  readonly library: Pick<Library, 'warmUp' | 'hasPage'>;
  /** Loads the code of the pages that are not part of the app's first file. */
  readonly preloadPages: () => Promise<unknown>;
  /** Called when the app can open any page with nothing but that page's own data. */
  readonly onReady: () => void;
}

/**
 * Fetches the rest of the app when nothing else goes on. Until it is there the browser opens pages faster than the
 * app; on a lean connection, and where it does not come, it stays so.
 */
export function warmUp({ library, preloadPages, onReady }: WarmUpOptions): void {
  if (isLeanConnection()) return;
  const load = async (): Promise<void> => {
    await library.warmUp();
    await Promise.all([preloadPages(), loadAppParts()]);
    onReady();
    document.dispatchEvent(new Event(readyEvent));
  };
  // Links lead on without it, and each part is asked for again by whoever needs it. Where the server cannot be reached
  // they would lead out of the page to nothing: the app says so in place.
  const begin = (): void =>
    void load()
      .catch(() => library.hasPage('/'))
      .catch(() => {
        onReady();
        addEventListener('online', begin, { once: true });
      });
  setTimeout(() => whenIdle(begin), restMs);
}
