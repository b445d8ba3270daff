import { allMessages } from './languages/all-messages.ts';
import { en } from './languages/en.ts';
import { findLanguage } from './find-language.ts';
import type { Message, MessageGroup, Messages } from './languages/messages.ts';

/** Sentences that the blogger has put in place of ours, or added: by group and name. */
export type OwnMessages = Readonly<
  Partial<Record<MessageGroup, Readonly<Record<string, Message>>>>
>;

/** The sentences of a text in some language. */
export interface MessageSet {
  /** The language that numbers and plural forms go by: that of the text, or English where its own has no sentences. */
  readonly language: string;
  readonly messages: Messages;
}

/** Tags of the languages that have sentences: ours, and those that the blogger adds. */
export function listLanguages(own: Readonly<Record<string, OwnMessages>> = {}): readonly string[] {
  return [...new Set([...Object.keys(allMessages), ...Object.keys(own)])];
}

/** The sentences for a text in `language`; English ones where it has none. The blogger's `own`, by language, come first. */
export function readMessages(
  language: string,
  own: Readonly<Record<string, OwnMessages>> = {},
): MessageSet {
  const tag = findLanguage(language, listLanguages(own));
  const ours = findLanguage(language, Object.keys(allMessages));
  const base = (ours === undefined ? undefined : allMessages[ours]) ?? en;
  const changes = findLanguage(language, Object.keys(own));
  return {
    language: tag === undefined ? 'en' : language,
    messages: changes === undefined ? base : merge(base, own[changes] ?? {}),
  };
}

function merge(base: Messages, own: OwnMessages): Messages {
  const groups = Object.entries(base).map(([group, sentences]) => [
    group,
    { ...sentences, ...own[group as MessageGroup] },
  ]);
  return Object.fromEntries(groups) as Messages;
}
