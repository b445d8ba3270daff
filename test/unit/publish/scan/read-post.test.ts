import { describe, expect, test } from 'vitest';

import { maximumPostBytes, readPost } from '../../../../src/publish/scan/read-post.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const file = { path: 'a.md', file: '/a.md', sizeBytes: 1, modifiedMs: 1 };
const post = { meta: makeMeta(), problems: [], hash: '' };

function fail(): Promise<never> {
  return Promise.reject(new Error('no right'));
}

function parsePicture(): Promise<typeof post & { isBinary: true }> {
  return Promise.resolve({ ...post, isBinary: true });
}

describe('readPost', () => {
  test('gives what was parsed', async () => {
    const parse = (): Promise<typeof post> => Promise.resolve(post);
    expect(await readPost(file, { collection: 'posts', parse })).toEqual({ kind: 'read', post });
  });

  test('leaves out a file that is no text', async () => {
    expect(await readPost(file, { collection: 'posts', parse: parsePicture })).toMatchObject({
      kind: 'unreadable',
      problem: {
        kind: 'encoding',
        file: 'posts/a.md',
        message: expect.stringMatching(/no text/) as string,
      },
    });
  });

  test.each([
    ['is too large', { ...file, sizeBytes: maximumPostBytes + 1 }, 'limit', /at most/],
    ['cannot be read', file, 'encoding', /: no right\.$/],
  ])('tells of a file that %s', async (_, each, kind, message) => {
    expect(await readPost(each, { collection: 'pages', parse: fail })).toMatchObject({
      kind: 'unreadable',
      problem: {
        kind,
        severity: 'warning',
        file: 'pages/a.md',
        message: expect.stringMatching(message),
      },
    });
  });
});
