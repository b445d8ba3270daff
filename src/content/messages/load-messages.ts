import { languages } from 'virtual:rubric/messages';
import type { LoadedMessages } from 'virtual:rubric/messages';
import { findLanguage } from './find-language.ts';

/** The sentences for a text in `language`, which are fetched; `undefined` where it has none. */
export async function loadMessages(language: string): Promise<LoadedMessages | undefined> {
  const tag = findLanguage(language, Object.keys(languages));
  const loaded = tag === undefined ? undefined : await languages[tag]?.();
  return loaded && { language, messages: loaded.messages };
}
