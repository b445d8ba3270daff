import { hrefToPermalink } from '../../content/site/permalink.ts';
import type { ChosenFile } from './chosen-files.ts';

/** What {@link showPictures} needs. */
export interface PictureOptions {
  /** Chosen files by their places in the blog. */
  readonly files: ReadonlyMap<string, ChosenFile>;
  readonly base: string;
}

const raw = /^\/((?:posts|pages)\/.+)$/s;

/** A path from the page on, which is how an address stays that led to no file of the folder. */
const isRelative = (address: string): boolean =>
  address !== '' && !/^(?:[a-z][\w+.-]*:|\/|#)/i.test(address);

/**
 * Has pictures, sound and films of the sanitized `body`, which is not on the page yet, come from the chosen files. What they
 * lack is not asked of the server: the alternative text stands there. Links to files keep their addresses.
 *
 * @returns a function that gives the files' memory back; to be called when the body has left the page.
 */
export async function showPictures(
  body: Element,
  { files, base }: PictureOptions,
): Promise<() => void> {
  const made: string[] = [];
  const findFile = (address: string): string | undefined => {
    if (isRelative(address)) return address;
    if (!address.startsWith('/') || address.startsWith('//')) return undefined;
    const path = hrefToPermalink(address.replace(/[?#].*$/s, ''), base);
    return raw.exec(path ?? '')?.[1]?.replace(/\/$/, '');
  };
  for (const element of body.querySelectorAll('img, source, video, audio')) {
    // Only what `src` names was chosen among the sizes.
    if (findFile(element.getAttribute('srcset')?.trim().split(/\s/)[0] ?? '') !== undefined)
      element.removeAttribute('srcset');
    for (const name of ['src', 'poster']) {
      const path = findFile(element.getAttribute(name) ?? '');
      if (path === undefined) continue;
      const file = await files
        .get(path)
        ?.open()
        .catch(() => undefined);
      if (file === undefined) {
        element.removeAttribute(name);
        if (name === 'src') element.setAttribute('data-failed', '');
        continue;
      }
      const url = URL.createObjectURL(file);
      made.push(url);
      element.setAttribute(name, url);
    }
  }
  return () => made.forEach((url) => URL.revokeObjectURL(url));
}
