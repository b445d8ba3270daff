import { afterEach, describe, expect, test, vi } from 'vitest';
import { countScreenful } from '../../../../../src/ui/home/choice/first-screen.ts';

/** A list `top` px below the edge of a screen of 800 px, with entries of `heights`. */
function showList(top: number, heights: readonly number[]): void {
  vi.stubGlobal('innerHeight', 800);
  document.body.innerHTML = `<div class="post-list"><section><ol>${'<li></li>'.repeat(heights.length)}</ol></section></div>`;
  const list = document.querySelector('.post-list');
  vi.spyOn(list as Element, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top));
  document.querySelectorAll('li').forEach((entry, at) => {
    Object.defineProperty(entry, 'offsetHeight', { value: heights[at] });
  });
}

describe('countScreenful', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  });

  test('is what fits below the top of the list, if all are as low as the lowest', () => {
    showList(400, [140, 100, 120]);
    expect(countScreenful()).toBe(4);
  });

  test('counts one that is partly in sight', () => {
    showList(350, [100]);
    expect(countScreenful()).toBe(5);
  });

  test('counts from the top of the screen when the list begins above it', () => {
    showList(-3000, [100]);
    expect(countScreenful()).toBe(8);
  });

  test('is one when the list begins below the screen', () => {
    showList(900, [100]);
    expect(countScreenful()).toBe(1);
  });

  test('counts from the chips when those that are unfolded may go', () => {
    showList(900, [100]);
    const chips = document.createElement('div');
    chips.className = 'keyword-chips';
    vi.spyOn(chips, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 200));
    document.body.prepend(chips);
    expect(countScreenful()).toBe(6);
    chips.toggleAttribute('data-folded', true);
    expect(countScreenful()).toBe(1);
  });

  test('does not count on entries higher than usual', () => {
    showList(380, [400]);
    expect(countScreenful()).toBe(3);
  });

  test('goes by a usual height when there is no entry, and no list', () => {
    showList(100, []);
    expect(countScreenful()).toBe(5);
    document.body.replaceChildren();
    expect(countScreenful()).toBe(6);
  });
});
