import { beforeEach, describe, expect, test } from 'vitest';
import { openPicture } from '../../../../src/ui/comforts/picture-viewer.ts';
import { standIn } from '../../../support/render-app.tsx';

function find<Type extends Element>(selector: string): Type {
  const found = document.querySelector<Type>(selector);
  if (found === null) throw new Error(`There is no \`${selector}\`.`);
  return found;
}

const press = (key: string): boolean =>
  find('dialog').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

describe('openPicture', () => {
  beforeEach(() => {
    standIn();
    document.body.innerHTML =
      '<div class="prose"><figure><img data-zoom tabindex="0" src="/a.png" alt="A"><figcaption>The first</figcaption></figure>' +
      '<img data-zoom tabindex="0" src="/b.png" alt="B"><img src="/small.png" alt="Small"></div>';
    openPicture(find('img[src="/a.png"]'));
  });

  test('shows the picture with its caption, and its place among those that open', () => {
    expect(find<HTMLDialogElement>('dialog').open).toBe(true);
    expect(find('dialog figcaption').textContent).toBe('The first');
    expect(find('dialog [role=status]').textContent).toBe('1 of 2');
  });

  test('turns by keys and buttons, round and round', () => {
    press('ArrowRight');
    expect(find<HTMLImageElement>('dialog img').alt).toBe('B');
    press('ArrowRight');
    expect(find<HTMLImageElement>('dialog img').alt).toBe('A');
    find<HTMLButtonElement>('[aria-label="Previous picture"]').click();
    expect(find('dialog figcaption').textContent).toBe('B');
  });

  test('turns the other way where the text goes from right to left', () => {
    find('dialog').setAttribute('style', 'direction: rtl');
    press('ArrowLeft');
    expect(find('dialog [role=status]').textContent).toBe('2 of 2');
  });

  test('closes beside the picture, and gives the focus back to the one it showed last', () => {
    press('ArrowRight');
    find<HTMLElement>('dialog figure').click();
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.activeElement).toBe(find('img[src="/b.png"]'));
  });
});
