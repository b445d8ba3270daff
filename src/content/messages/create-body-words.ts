import type { BodyWords, PolicyWords } from '../model/body-words.ts';
import { fillMessage } from './fill-message.ts';
/** The sentences that a body may need, as files of messages have them. */
export interface BodyMessages {
  readonly policy: Readonly<Record<'done' | 'notDone' | 'embedded', string>>;
  readonly body: Readonly<
    Record<'notes' | 'note' | 'backToReference' | 'contents' | 'sectionLink' | 'details', string>
  >;
  /** By the word in lower case; a word that is not there is a title itself. */
  readonly callouts: Readonly<Record<string, string>>;
}

/** The words of the sanitizers in `language`. */
export function createPolicyWords(
  { done, notDone, embedded }: BodyMessages['policy'],
  language: string,
): PolicyWords {
  return { done, notDone, embedded: (host) => fillMessage(embedded, { host }, language) };
}

/** The words of a body in `language`. */
export function createBodyWords(messages: BodyMessages, language: string): BodyWords {
  const { policy, body, callouts } = messages;
  const { notes, contents, sectionLink, details } = body;
  return {
    ...createPolicyWords(policy, language),
    notes,
    contents,
    sectionLink,
    details,
    note: (number) => fillMessage(body.note, { number }, language),
    backToReference: (reference) => fillMessage(body.backToReference, { reference }, language),
    noteTitle: (word) => {
      const key = word.toLowerCase();
      return (Object.hasOwn(callouts, key) ? callouts[key] : undefined) ?? capitalize(word);
    },
  };
}

/** `WARNING` → `Warning`. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
