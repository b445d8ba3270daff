import { afterEach, describe, expect, test } from 'vitest';
import { loadMessages } from '../../../../src/content/messages/load-messages.ts';
import {
  formatPart,
  formatSize,
  removeNamed,
  savedFacts,
  savedStrings,
} from '../../../../src/ui/saved/strings-saved.ts';
import { speak } from '../../../../src/ui/words/page-words.ts';

afterEach(() => speak(undefined));

describe('savedStrings', () => {
  test('are in the language of the page', async () => {
    expect([savedStrings.title, removeNamed('A fox'), formatSize(1_240_000)]).toEqual([
      'Read offline',
      'Remove A fox',
      '1.2 MB',
    ]);
    speak(await loadMessages('fr'));
    expect([savedStrings.title, removeNamed('A fox')]).toEqual([
      'Lire hors ligne',
      'Retirer : A fox',
    ]);
    expect([formatSize(84_000), formatPart(0.4)].map((text) => text.replace(/\s/g, ' '))).toEqual([
      '84 ko',
      '40 %',
    ]);
  });

  test('count posts, and leave out how many one post is', () => {
    expect(savedFacts(12, '340 kB')).toBe('12 posts, 340 kB');
    expect(savedFacts(0, '30 kB')).toBe('30 kB');
  });
});
