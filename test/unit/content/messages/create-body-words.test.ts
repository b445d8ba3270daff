import { describe, expect, test } from 'vitest';

import { bodyWords } from '../../../support/body-words.ts';
import { renderText } from '../../../support/render-text.ts';

describe('createBodyWords', () => {
  test('title a note by its word with one capital', () => {
    expect(bodyWords.noteTitle('WARNING')).toBe('Warning');
  });
});

describe('words of a context', () => {
  const body = [
    '[toc]',
    '# A[^1]',
    '- [x] done\n- [ ] open',
    '> [!TIP]\n> a',
    ':::danger\nb\n:::',
    '{{< warning >}}c{{< /warning >}}',
    '{{< details >}}d{{< /details >}}',
    ':::details\ne\n:::',
    '<embed src="https://a.example/b">',
    '[^1]: f',
  ].join('\n\n');

  test('take the place of all English words that rendering puts into a body', async () => {
    const { html } = await renderText(body, {
      words: {
        done: '<1>',
        notDone: '<2>',
        waiting: (host) => `<11 ${host}>`,
        embedded: (host) => `<3 ${host}>`,
        notes: '<4>',
        note: (number) => `<5 ${number}>`,
        backToReference: (reference) => `<6 ${reference}>`,
        contents: '<7>',
        sectionLink: '<8>',
        details: '<9>',
        noteTitle: (word) => `<10 ${word}>`,
      },
    });
    const words = html.match(/&lt;\d+(?: [\w.]+)?&gt;/g)?.map((word) => word.slice(4, -4));
    expect([...new Set(words)].toSorted()).toEqual([
      '1',
      '10 TIP',
      '10 danger',
      '10 warning',
      '2',
      '3 a.example',
      '4',
      '5 1',
      '6 1',
      '7',
      '8',
      '9',
    ]);
    expect(html).not.toMatch(/Done|done"|Embedded|Notes|Note |Back|Contents|Link to|Details|Tip/);
  });
});
