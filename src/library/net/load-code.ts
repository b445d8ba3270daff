import { LibraryError } from './library-error.ts';
import { silenceMs } from './request.ts';

/**
 * A part of the app. Rejects with a `LibraryError` when it does not come: the file of a build that is gone, no connection,
 * or a server that is silent. The browser asks for a module once a page; its failure stays until the page is loaded anew.
 */
export async function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new Error('dynamically imported module: silence'));
    timer = setTimeout(giveUp, silenceMs);
  });
  try {
    return await Promise.race([load(), silence]);
  } catch (cause) {
    const kind = globalThis.navigator?.onLine === false ? 'offline' : 'not-found';
    throw new LibraryError(kind, 'A part of the app did not load.', { cause });
  } finally {
    clearTimeout(timer);
  }
}
