import { describe, expect, test } from 'vitest';

import { allMessages } from '../../../../../src/content/messages/languages/all-messages.ts';
import { en } from '../../../../../src/content/messages/languages/en.ts';
import type { Message, Messages } from '../../../../../src/content/messages/languages/messages.ts';

/** Every sentence of `messages` by its group and name. */
function listSentences(messages: Messages): ReadonlyMap<string, Message> {
  const entries = Object.entries(messages).flatMap(([group, sentences]) =>
    Object.entries(sentences).map(([name, message]): [string, Message] => [
      `${group}.${name}`,
      message,
    ]),
  );
  return new Map(entries);
}

function listForms(message: Message): readonly (readonly [form: string, text: string])[] {
  return typeof message === 'string' ? [['other', message]] : Object.entries(message);
}

function namesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).toSorted();
}

const english = listSentences(en);

describe('allMessages', () => {
  test('would not compile without a sentence, or with a plain one where there is a number', () => {
    const { skip, ...app } = en.app;
    expect(skip).toBe('Skip to content');
    // @ts-expect-error -- `skip` is missing
    const lacking: Messages = { ...en, app };
    // @ts-expect-error -- plural forms are missing
    const flat: Messages = { ...en, app: { ...en.app, countedPosts: '{count} posts' } };
    expect([lacking, flat]).toHaveLength(2);
  });

  test.each(Object.keys(allMessages))('has the same sentences in %s as in English', (tag) => {
    const sentences = listSentences(allMessages[tag] ?? en);
    expect([...sentences.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test.each(Object.keys(allMessages))('fills the same names in %s as in English', (tag) => {
    const wrong = [...listSentences(allMessages[tag] ?? en)].flatMap(([name, message]) => {
      const original = english.get(name) ?? '';
      const wanted = namesIn(typeof original === 'string' ? original : original.other);
      return listForms(message)
        .filter(([form, text]) => {
          // "One post" has no number in it.
          const mayLackCount = form !== 'other' && !namesIn(text).includes('count');
          const needed = mayLackCount ? wanted.filter((each) => each !== 'count') : wanted;
          return namesIn(text).join() !== needed.join();
        })
        .map(([form, text]) => `${name}.${form}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(allMessages))('has a form for each plural category of %s', (tag) => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const wrong = [...listSentences(allMessages[tag] ?? en)].filter(
      ([, message]) =>
        typeof message !== 'string' && Object.keys(message).toSorted().join() !== categories.join(),
    );
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(allMessages))('leaves no sentence of %s empty or in spaces', (tag) => {
    const texts = [...listSentences(allMessages[tag] ?? en).values()].flatMap(listForms);
    expect(texts.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });
});
