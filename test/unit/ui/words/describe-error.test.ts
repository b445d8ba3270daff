import { describe, expect, test, vi } from 'vitest';
import { describeError } from '../../../../src/ui/words/describe-error.ts';

describe('describeError', () => {
  test('never shows what a program says', () => {
    const { title, text } = describeError(new Error('TypeError: x is not a function'), 'post');
    expect(`${title} ${text}`).toBe(
      'This post could not be loaded The connection was interrupted.',
    );
  });

  test('says when the reader is offline', () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(describeError({ kind: 'offline' }, 'post')).toEqual({
      title: 'You are offline',
      text: 'This post is not saved on this device.',
      action: 'retry',
    });
    vi.restoreAllMocks();
  });

  test('offers to load the page anew when a file is gone', () => {
    expect(describeError({ kind: 'not-found' }, 'page')).toMatchObject({
      text: 'This site has been updated.',
      action: 'reload',
    });
  });

  test.each([undefined, null, 'text', 42])('copes with %s', (error) => {
    expect(describeError(error, 'page').action).toBe('retry');
  });
});
