import { describe, expect, test } from 'vitest';
import type { PostList } from '../../../../src/content/model/library.ts';
import { followDeploy } from '../../../../src/library/lists/follow-deploy.ts';
import { LibraryError } from '../../../../src/library/net/library-error.ts';
import type { LibraryErrorKind } from '../../../../src/library/net/library-error.ts';

const list: PostList = { posts: [], total: 3, pageNumber: 1, pageCount: 1, counts: undefined };

/** Fails with each of `kinds` in turn, then gives the list. Counts how often the root is read anew. */
function create(...kinds: readonly LibraryErrorKind[]) {
  const rest = [...kinds];
  const calls = { loads: 0, reloads: 0 };
  const load = async (): Promise<PostList> => {
    calls.loads++;
    const kind = rest.shift();
    if (kind !== undefined) throw new LibraryError(kind, `It is ${kind}.`);
    return list;
  };
  const reloadRoot = (): Promise<never> => {
    calls.reloads++;
    return Promise.resolve({} as never);
  };
  return { calls, outcome: followDeploy({ reloadRoot }, load) };
}

describe('followDeploy', () => {
  test('gives what comes at once', async () => {
    const { calls, outcome } = create();
    expect(await outcome).toBe(list);
    expect(calls).toEqual({ loads: 1, reloads: 0 });
  });

  test('loads again by a new root when a file is missing', async () => {
    const { calls, outcome } = create('not-found');
    expect(await outcome).toBe(list);
    expect(calls).toEqual({ loads: 2, reloads: 1 });
  });

  test('rejects when the new root does not help', async () => {
    await expect(create('not-found', 'not-found').outcome).rejects.toMatchObject({
      kind: 'bad-content',
      cause: { kind: 'not-found' },
    });
    await expect(create('not-found', 'offline').outcome).rejects.toMatchObject({ kind: 'offline' });
  });

  test('rejects for anything else at once', async () => {
    const { calls, outcome } = create('bad-response');
    await expect(outcome).rejects.toMatchObject({ kind: 'bad-response' });
    expect(calls).toEqual({ loads: 1, reloads: 0 });
  });
});
