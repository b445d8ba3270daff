import type { BodyWords, PolicyWords } from '../model/body-words.ts';
/** The sentences that a body may need, as files of messages have them. */
export interface BodyMessages {
  readonly policy: Readonly<Record<'done' | 'notDone' | 'embedded' | 'waiting', string>>;
  readonly body: Readonly<
    Record<'notes' | 'note' | 'backToReference' | 'contents' | 'sectionLink' | 'details', string>
  >;
  /** By the word in lower case; a word that is not there is a title itself. */
  readonly callouts: Readonly<Record<string, string>>;
}

/** The words of the sanitizers. */
export function createPolicyWords({
  done,
  notDone,
  embedded,
  waiting,
}: BodyMessages['policy']): PolicyWords {
  return {
    done,
    notDone,
    embedded: (host) => embedded.replace('{host}', () => host),
    waiting: (host) => waiting.replace('{host}', () => host),
  };
}

/** The words of a body in `language`. None has plural forms, so the worker does without what fills those in. */
export function createBodyWords(messages: BodyMessages, language: string): BodyWords {
  const { policy, body, callouts } = messages;
  return {
    ...createPolicyWords(policy),
    ...body,
    note: (number) => body.note.replace('{number}', number.toLocaleString(language)),
    backToReference: (reference) => body.backToReference.replace('{reference}', reference),
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
