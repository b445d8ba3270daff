/** Pictures of a post as large as the window, in the browser's own dialog. */
import { comfortStrings, pictureOf } from '../words/strings-comforts.ts';
import './PictureViewer.css';

/** How far a finger goes aside before it is a turn. */
const swipePx = 48;

/** Opens `image`, with the other pictures of its text that can be opened before and behind it. */
export function openPicture(image: HTMLImageElement): void {
  const text = image.closest('.prose') ?? document.body;
  const images = [...text.querySelectorAll<HTMLImageElement>('img[data-zoom]')];
  const viewer = createViewer(images.length);
  let at = Math.max(0, images.indexOf(image));
  const show = (step: number): void => {
    at = (at + step + images.length) % images.length;
    const shown = images[at] ?? image;
    viewer.picture.src = shown.currentSrc || shown.src;
    viewer.picture.alt = shown.alt;
    const words = shown.closest('figure')?.querySelector('figcaption')?.textContent ?? shown.alt;
    viewer.caption.textContent = words.trim();
    viewer.caption.dir = 'auto';
    viewer.place.textContent = images.length > 1 ? pictureOf(at + 1, images.length) : '';
  };
  show(0);
  listenToViewer(viewer, show);
  viewer.dialog.addEventListener('close', () => {
    viewer.dialog.remove();
    // The reader goes on where they looked last.
    (images[at] ?? image).focus({ preventScroll: at === images.indexOf(image) });
  });
  document.body.append(viewer.dialog);
  viewer.dialog.showModal();
}

interface Viewer {
  readonly dialog: HTMLDialogElement;
  readonly picture: HTMLImageElement;
  readonly caption: HTMLElement;
  readonly place: HTMLElement;
  readonly close: HTMLButtonElement;
  /** Buttons for the pictures before and behind, where there are any. */
  readonly turns: readonly { readonly button: HTMLButtonElement; readonly step: number }[];
}

function createViewer(count: number): Viewer {
  const dialog = document.createElement('dialog');
  dialog.className = 'picture-viewer';
  dialog.setAttribute('aria-label', comfortStrings.picture);
  const figure = document.createElement('figure');
  const picture = document.createElement('img');
  const caption = document.createElement('figcaption');
  figure.append(picture, caption);
  const bar = document.createElement('div');
  const place = document.createElement('span');
  place.setAttribute('role', 'status');
  const close = createButton(comfortStrings.close, 'M5 5l10 10M15 5L5 15');
  const turns =
    count < 2
      ? []
      : [
          { button: createButton(comfortStrings.previousPicture, 'M12.5 4l-6 6 6 6'), step: -1 },
          { button: createButton(comfortStrings.nextPicture, 'M7.5 4l6 6-6 6'), step: 1 },
        ];
  bar.append(place, ...turns.map(({ button }) => button), close);
  dialog.append(bar, figure);
  return { dialog, picture, caption, place, close, turns };
}

function listenToViewer(viewer: Viewer, show: (step: number) => void): void {
  const { dialog, close, turns, picture } = viewer;
  const turn = (step: number): void => {
    if (turns.length > 0) show(step);
  };
  close.addEventListener('click', () => dialog.close());
  for (const { button, step } of turns) button.addEventListener('click', () => turn(step));
  dialog.addEventListener('click', ({ target }) => {
    // Beside the picture.
    if (target instanceof Element && target.closest('img, button, figcaption') === null)
      dialog.close();
  });
  dialog.addEventListener('keydown', ({ key }) => {
    const forward = isLeftward(dialog) ? -1 : 1;
    if (key === 'ArrowRight') turn(forward);
    if (key === 'ArrowLeft') turn(-forward);
  });
  let start: number | undefined;
  picture.addEventListener('pointerdown', ({ pointerType, clientX, isPrimary }) => {
    start = pointerType !== 'mouse' && isPrimary ? clientX : undefined;
  });
  // A finger that moves the enlarged page is the browser's: it cancels the pointer.
  picture.addEventListener('pointerup', ({ clientX, isPrimary }) => {
    const way = start === undefined || !isPrimary ? 0 : clientX - start;
    start = undefined;
    if (Math.abs(way) >= swipePx) turn(way < 0 !== isLeftward(dialog) ? 1 : -1);
  });
}

function isLeftward(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

const svg = 'http://www.w3.org/2000/svg';

function createButton(name: string, drawing: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', name);
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', drawing);
  icon.append(path);
  button.append(icon);
  return button;
}
