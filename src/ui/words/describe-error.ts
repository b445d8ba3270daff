import { isLoadError, isOutdated } from '../move/load-once.ts';
import { strings } from './strings.ts';

/** The words that tell a reader of an error. */
export interface ErrorWords {
  readonly title: string;
  readonly text: string;
  /** The action that may help: asking again, or loading the page anew. */
  readonly action: 'retry' | 'reload';
}

/** Words for an error, by the `kind` that the library's errors carry; never shows a message of a program. */
export function describeError(error: unknown, what: 'post' | 'page'): ErrorWords {
  const kind = error instanceof Object && 'kind' in error ? error.kind : undefined;
  const isOffline = typeof navigator === 'object' && !navigator.onLine;
  if (isOffline && (kind === 'offline' || isLoadError(error))) {
    const text = what === 'post' ? strings.notSaved : strings.notSavedPage;
    return { title: strings.offline, text, action: 'retry' };
  }
  const title = what === 'post' ? strings.failed : strings.failedList;
  const isMissing = isLoadError(error) && !isOutdated(error);
  if (isMissing || kind === 'outdated' || kind === 'not-found') {
    return { title, text: isMissing ? strings.partMissing : strings.updated, action: 'reload' };
  }
  return { title, text: strings.interrupted, action: 'retry' };
}
