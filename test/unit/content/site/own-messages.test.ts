import { describe, expect, test } from 'vitest';

import { ContentError } from '../../../../src/content/model/problem.ts';
import { parseSite } from '../../../../src/content/site/site.ts';

function findFault(toml: string): Partial<ContentError['problem']> {
  try {
    parseSite(toml, 'site.toml');
  } catch (error) {
    if (error instanceof ContentError) return error.problem;
    throw error;
  }
  return {};
}

describe('parseMessages', () => {
  test("reads sentences of the blog's language, of others, and of groups", () => {
    const { messages } = parseSite(
      [
        'language = "fr"',
        '[messages]',
        'posts = "Billets"',
        'counted-posts = { one = "un billet", other = "{count} billets" }',
        '[messages.callouts]',
        'tip = "Truc"',
        '[messages.eo]',
        'posts = "Artikoloj"',
        '[messages.eo.search]',
        'in_text = "En la teksto"',
      ].join('\n'),
      'site.toml',
    );
    expect(messages).toMatchObject({
      fr: {
        app: { posts: 'Billets', countedPosts: { one: 'un billet', other: '{count} billets' } },
        callouts: { tip: 'Truc' },
      },
      eo: { app: { posts: 'Artikoloj' }, search: { inText: 'En la teksto' } },
    });
  });

  test.each([
    {
      name: 'an unknown name',
      toml: 'posts = "content"\n[messages]\npots = "Essays"',
      line: 3,
      message: '`pots` is no sentence.',
      remedy: 'Did you mean `posts`?',
    },
    {
      name: 'a name filled in that is not there',
      toml: '[messages]\nupdatedOn = "Changed {dai}"',
      line: 2,
      message: '`updatedOn` has `{dai}`, which nothing fills in.',
      remedy: 'Did you mean `{day}`?',
    },
    {
      name: 'a name left out',
      toml: '[messages]\nupdatedOn = "Changed"',
      line: 2,
      message: '`updatedOn` lacks `{day}`.',
      remedy: 'Write it where it belongs in "Changed".',
    },
    {
      name: 'a form that no language has',
      toml: '[messages.fr]\ncountedPosts = { lots = "{count}", other = "{count}" }',
      line: 2,
      message: '`fr.countedPosts` is no sentence with plural forms.',
    },
    {
      name: 'no table at all',
      toml: 'messages = "fr"',
      line: 1,
      message: '`messages` is no table of sentences.',
    },
  ])('reports $name with its line', ({ toml, line, message, remedy }) => {
    const fault = findFault(toml);
    expect(fault).toMatchObject({ file: 'site.toml', line, message, ...(remedy && { remedy }) });
  });
});
