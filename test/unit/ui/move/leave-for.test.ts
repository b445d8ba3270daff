import { beforeEach, describe, expect, test, vi } from 'vitest';
import { leaveFor, rememberFollowed } from '../../../../src/ui/move/leave-for.ts';

/** The address that `loadAnsweredOnce` was asked for. jsdom does not go there, and says so. */
const findLoaded = (): string | null => sessionStorage.getItem('rubric-reload');

describe('leaveFor', () => {
  const back = vi.spyOn(history, 'back').mockReturnValue();

  beforeEach(() => {
    vi.spyOn(console, 'error').mockReturnValue();
    back.mockClear();
    history.replaceState(null, '', '/posts/a/');
    rememberFollowed('');
  });

  test('goes at once while the address is still that of the page before', () => {
    rememberFollowed('/demo/');
    expect(leaveFor('/demo/')).toBe(true);
    expect(findLoaded()).toBe('/demo/');
    expect(back).not.toHaveBeenCalled();
  });

  test('goes back first where the app has written the address', () => {
    rememberFollowed('/demo/');
    history.replaceState(null, '', '/demo/');
    expect(leaveFor('/demo/')).toBe(true);
    expect(back).toHaveBeenCalledOnce();
    expect(findLoaded()).toBeNull();
  });

  test('never goes back from an address that no link has led to', () => {
    history.replaceState(null, '', '/demo/');
    expect(leaveFor('/demo/')).toBe(true);
    expect(back).not.toHaveBeenCalled();
    expect(findLoaded()).toBe('/demo/');
  });

  test('goes to an address once, and again when a link to it is followed', () => {
    expect(leaveFor('/demo/')).toBe(true);
    expect(leaveFor('/demo/')).toBe(false);
    rememberFollowed('/demo/');
    expect(leaveFor('/demo/')).toBe(true);
  });
});
