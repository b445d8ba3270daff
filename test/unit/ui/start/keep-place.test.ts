import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepPlace } from '../../../../src/ui/start/keep-place.ts';

function swap(before: string, after: string, act: (root: HTMLElement) => void): HTMLElement {
  document.body.innerHTML = `<div id="old">${before}</div>`;
  const old = document.getElementById('old') ?? document.body;
  const next = document.createElement('div');
  next.innerHTML = after;
  act(old);
  const restore = keepPlace(old, next);
  old.after(next);
  old.remove();
  restore();
  return next;
}

describe('keepPlace', () => {
  afterEach(() => void vi.unstubAllGlobals());

  beforeEach(() => {
    vi.stubGlobal('scrollTo', vi.fn());
    vi.stubGlobal('CSS', { escape: (text: string) => text });
  });

  test('puts focus on the same link', () => {
    const html = '<a href="/x">1</a><a href="/y">2</a><a href="/x">3</a>';
    swap(html, `<b>new</b>${html}`, (root) => root.querySelectorAll('a')[2]?.focus());
    expect(document.activeElement?.textContent).toBe('3');
  });

  test('puts focus on the same button, and the caret where it was', () => {
    swap('<button>a</button><button>b</button>', '<button>a</button><button>b</button>', (root) =>
      root.querySelectorAll('button')[1]?.focus(),
    );
    expect(document.activeElement?.textContent).toBe('b');
    const field = '<input id="q" value="">';
    const next = swap(field, field, (root) => {
      const input = root.querySelector('input');
      if (input === null) return;
      input.value = 'words';
      input.focus();
      input.setSelectionRange(2, 4);
    });
    const input = next.querySelector('input');
    expect([input?.value, input?.selectionStart, input?.selectionEnd]).toEqual(['words', 2, 4]);
  });

  test('keeps a selection although the text is cut into other nodes', () => {
    swap('<p>one two three</p>', '<p>one <i>two</i> three</p>', (root) => {
      const text = root.querySelector('p')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 4, text, 9);
    });
    expect(String(getSelection())).toBe('two t');
  });

  test('keeps folds open, but those of a body, which move with it', () => {
    const next = swap(
      '<details open></details><div class="prose"><details open></details></div><details></details>',
      '<details></details><div class="prose"><details></details></div><details></details>',
      () => undefined,
    );
    expect([...next.querySelectorAll('details')].map((fold) => fold.open)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('scrolls back to where the page was, if it moved', () => {
    swap('a', 'b', () => undefined);
    expect(scrollTo).not.toHaveBeenCalled();
    document.body.innerHTML = '<div id="old"></div>';
    const old = document.getElementById('old') ?? document.body;
    vi.stubGlobal('scrollY', 300);
    const restore = keepPlace(old, document.createElement('div'));
    vi.stubGlobal('scrollY', 0);
    restore();
    expect(scrollTo).toHaveBeenCalledWith({ left: 0, top: 300, behavior: 'instant' });
  });
});
