import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStaticPage, type StaticPage } from '../../../../src/ui/start/leave-static.ts';

const reload = vi.fn();

function open(address: string, isGone = false, html = '<main><div class="masthead"></div></main>') {
  history.replaceState(null, '', address);
  document.body.innerHTML = `<div id="app">${html}</div>`;
  const root = document.getElementById('app') ?? document.body;
  return createStaticPage({ root, isAppGone: () => Promise.resolve(isGone), reload });
}

const findNotes = (): (string | null | undefined)[] =>
  [...document.querySelectorAll('[role="alert"]')].map(
    (note) => note.querySelector('h2')?.textContent,
  );
const leave = async (page: StaticPage): Promise<void> => {
  page.leave(new Error('gone'));
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
};

describe('createStaticPage', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue();
    sessionStorage.clear();
    reload.mockClear();
  });
  afterEach(() => void vi.restoreAllMocks());

  test.each(['/', '/posts/a/', '/?q=', '/?utm_source=x'])('says nothing at %s', async (address) => {
    const page = open(address);
    page.sayLate();
    await leave(page);
    expect([findNotes(), reload.mock.calls.length]).toEqual([[], 0]);
  });

  test.each(['/?q=rust', '/?keyword=rust', '/?order=newest&q=rust'])(
    'says that the view at %s needs the script, with one action',
    async (address) => {
      const page = open(address);
      page.sayLate();
      expect(findNotes()).toEqual(['This is taking long']);
      await leave(page);
      expect(findNotes()).toEqual(['This view could not be loaded']);
      document.querySelector<HTMLElement>('[role="alert"] button')?.click();
      expect(reload).toHaveBeenCalledOnce();
    },
  );

  test('says so on an empty page', () => {
    open('/posts/dropped-in/', false, '').sayLate();
    expect(findNotes()).toEqual(['This is taking long']);
  });

  test('loads the page anew once where a deploy has taken the script away', async () => {
    await leave(open('/?q=rust', true));
    expect(reload).toHaveBeenCalledOnce();
    await leave(open('/?q=rust', true));
    expect(reload).toHaveBeenCalledOnce();
  });
});
