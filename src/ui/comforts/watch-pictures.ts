import { enlarge } from '../words/strings-comforts.ts';
import type * as pictureViewer from './picture-viewer.ts';

/** A picture whose own size is larger than shown by this is worth opening. */
const leastGain = 1.2;
/** Smaller ones are signs in a line of text. */
const leastWidthPx = 64;

/** What {@link watchPictures} needs. */
export interface PicturesOptions {
  readonly signal: AbortSignal;
  readonly loadViewer: () => Promise<typeof pictureViewer>;
}

/**
 * Pictures of a text that are shown smaller than they are become buttons that open them: marked as soon as they are there,
 * and again whenever their size changes. Those in a link lead where the link leads.
 */
export function watchPictures({ signal, loadViewer }: PicturesOptions): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLImageElement) mark(target);
  });
  const known = new WeakSet<HTMLImageElement>();
  // Posts come and go within `main`.
  const main = document.querySelector('main');
  const find = (): void => {
    const images = main?.querySelectorAll<HTMLImageElement>('.post-body .prose img') ?? [];
    for (const image of images) {
      if (known.has(image)) continue;
      known.add(image);
      sizes.observe(image);
    }
  };
  const posts = new MutationObserver(find);
  if (main !== null) posts.observe(main, { childList: true, subtree: true });
  find();
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    posts.disconnect();
  });

  const open = (event: Event): void => {
    const image = event.target;
    if (!(image instanceof HTMLImageElement) || image.dataset['zoom'] === undefined) return;
    event.preventDefault();
    // A picture that cannot be opened stays as it is.
    loadViewer().then(
      ({ openPicture }) => openPicture(image),
      () => undefined,
    );
  };
  document.addEventListener('click', open, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      const isPress = event.key === 'Enter' || event.key === ' ';
      if (isPress && !event.repeat) open(event);
    },
    { signal },
  );
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLImageElement && known.has(target)) mark(target);
    },
    { signal, capture: true },
  );
}

function mark(image: HTMLImageElement): void {
  const isSmaller =
    image.clientWidth >= leastWidthPx && image.naturalWidth > image.clientWidth * leastGain;
  const isWanted = isSmaller && image.closest('a, button, summary') === null;
  if (isWanted === (image.dataset['zoom'] !== undefined)) return;
  if (!isWanted) {
    delete image.dataset['zoom'];
    for (const name of ['role', 'tabindex', 'aria-haspopup', 'aria-label'])
      image.removeAttribute(name);
    return;
  }
  image.dataset['zoom'] = '';
  image.tabIndex = 0;
  image.setAttribute('role', 'button');
  image.setAttribute('aria-haspopup', 'dialog');
  image.setAttribute('aria-label', enlarge(image.alt));
}
