import { beforeEach, describe, expect, test } from 'vitest';
import type { AppServices } from '../../../../src/ui/frame/app-context.ts';
import { createPreview } from '../../../../src/ui/comforts/preview-card.ts';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { sampleSite } from '../../../support/sample-site.ts';

const library = createFakeLibrary([{ title: 'Far', day: '2024-03-11', summary: 'An opening.' }]);
const app = { site: sampleSite, library, base: '/' } as Partial<AppServices> as AppServices;

function open(preview: Parameters<typeof createPreview>[0]): ReturnType<typeof createPreview> {
  const link = document.createElement('a');
  document.body.append(link);
  // Nothing is laid out here.
  Object.assign(link, { getClientRects: () => [] });
  return createPreview(preview, { app, link, x: 0 });
}

describe('createPreview', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<main><ol><li id="fn-1"><p id="x">A note with <a href="/y/">a link</a> <a href="#fnref-1">↩</a></p><iframe></iframe></li></ol></main>';
  });

  test('shows a note without the way back, ids and what would load again', async () => {
    const note = document.getElementById('fn-1') ?? document.body;
    const shown = await open({ kind: 'note', note });
    expect(shown?.card.textContent.trim()).toBe('A note with a link');
    expect(shown?.card.querySelector('[id], iframe')).toBeNull();
    expect(shown?.card.querySelector('a')?.tabIndex).toBe(-1);
    expect(document.querySelector('a[aria-describedby]')?.getAttribute('aria-describedby')).toBe(
      shown?.card.id,
    );
    shown?.hide();
    expect(document.querySelector('[role=tooltip], [aria-describedby]')).toBeNull();
  });

  test('tells of a post its title, day, minutes and opening', async () => {
    const shown = await open({ kind: 'post', permalink: '/posts/far/' });
    expect(shown?.card.textContent).toContain('Far11 March 2024');
    expect(shown?.card.textContent).toContain('An opening.');
  });

  test('shows nothing of a post that is not there', async () => {
    expect(await open({ kind: 'post', permalink: '/posts/gone/' })).toBeUndefined();
  });
});
