import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leaveFor, rememberFollowed } from '../../../src/ui/leave-for.ts';
import { loadWholeOnce } from '../../../src/ui/load-once.ts';

vi.mock('../../../src/ui/load-once.ts', () => ({
  loadWholeOnce: vi.fn(() => true),
  allowLoading: vi.fn(),
}));

describe('leaveFor', () => {
  const back = vi.spyOn(history, 'back');

  beforeEach(() => {
    back.mockReset();
    vi.mocked(loadWholeOnce).mockClear();
    history.replaceState(null, '', '/posts/a/');
  });
  afterEach(() => void rememberFollowed(''));

  test('goes at once while the address is still that of the page before', () => {
    rememberFollowed('/demo/');
    expect(leaveFor('/demo/')).toBe(true);
    expect(loadWholeOnce).toHaveBeenCalledWith('/demo/');
    expect(back).not.toHaveBeenCalled();
  });

  test('goes back first where the app has written the address', () => {
    rememberFollowed('/demo/');
    history.replaceState(null, '', '/demo/');
    expect(leaveFor('/demo/')).toBe(true);
    expect(back).toHaveBeenCalledOnce();
    expect(loadWholeOnce).not.toHaveBeenCalled();
    dispatchEvent(new PopStateEvent('popstate'));
    expect(loadWholeOnce).toHaveBeenCalledWith('/demo/');
  });

  test('never goes back from an address that no link has led to', () => {
    history.replaceState(null, '', '/demo/');
    expect(leaveFor('/demo/')).toBe(true);
    expect(back).not.toHaveBeenCalled();
    expect(loadWholeOnce).toHaveBeenCalledWith('/demo/');
  });
});
