import type { LoadedMessages } from 'virtual:rubric/messages';
import { speak } from './page-words.ts';

/** Sentences of other languages that have come. */
const known = new Map<string, LoadedMessages | undefined>();

/**
 * The sentences that a page in `language` speaks; `undefined` where they are the blog's own, as for a language without
 * sentences, and where they do not come: a page reads without them. Asked for again, they are fetched again.
 */
export async function findSpeech(
  language: string | undefined,
): Promise<LoadedMessages | undefined> {
  if (language === undefined || known.has(language)) return known.get(language ?? '');
  try {
    const { loadMessages } = await import('../../content/messages/load-messages.ts');
    known.set(language, await loadMessages(language));
  } catch {
    // As the comment of the function says.
  }
  return known.get(language);
}

/** Has the page speak `language`, whose sentences have been found before; else that of the blog. */
export function speakLanguage(language: string | undefined): void {
  speak(known.get(language ?? ''));
}
