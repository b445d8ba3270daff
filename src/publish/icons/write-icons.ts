import type { Site } from '../../content/site/site.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { Outline } from '../previews/rasterize.ts';
import { createImageSizes } from '../render/find-image-size.ts';
import { defaultIcon, defaultMark } from './default-mark.ts';
import { drawIcon } from './draw-icon.ts';
import type { IconShape } from './draw-icon.ts';
import { manifestFile, writeManifest } from './write-manifest.ts';
import type { ManifestIcon } from './write-manifest.ts';

/** What icons are made with. */
export interface IconOptions {
  readonly site: Site;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Absolute paths of the blogger's own files by name: they are never replaced. */
  readonly own: ReadonlyMap<string, string>;
}

/** Names under which browsers are shown the icon of a blog. */
const faviconNames = ['favicon.svg', 'favicon.ico', 'favicon.png'];

const touchIcon = 'apple-touch-icon.png';

/** Icons of an installed blog. Systems cut a maskable one to a shape of their own; the middle four fifths stay. */
const drawn: readonly (IconShape & { readonly fileName: string })[] = [
  { fileName: 'icon-192.png', sizePx: 192, share: 0.66 },
  { fileName: 'icon-512.png', sizePx: 512, share: 0.66 },
  { fileName: 'icon-maskable-512.png', sizePx: 512, share: 0.5 },
];

/** The smallest icon that browsers install a blog with. */
const enoughPx = 144;

/**
 * Names of icons for a blog whose own files are `taken`: none beside one of its own. Browsers ask every site for an icon,
 * and the console of a blog without one would tell of a missing file. Nor is our touch icon put beside a blog's own
 * icon: a telephone without one draws a letter, which is better than a stranger's mark.
 */
export function nameDefaultIcons(taken: { has(name: string): boolean }): readonly string[] {
  if (faviconNames.some((name) => taken.has(name))) return [];
  return ['favicon.svg', touchIcon].filter((name) => !taken.has(name));
}

/** Tells which icons the blog has of its own, and in which size: all that the files follow from beside the settings. */
export function listOwnIcons({ own }: IconOptions): readonly ManifestIcon[] {
  const findSize = createImageSizes(own);
  return [...faviconNames, touchIcon, ...drawn.map(({ fileName }) => fileName)]
    .filter((name) => own.has(name))
    .map((name): ManifestIcon => {
      if (name.endsWith('.svg')) return { name, sizes: 'any' };
      const size = findSize(name);
      const isSquare = size !== undefined && size.width === size.height;
      return { name, sizes: isSquare ? `${size.width}x${size.height}` : undefined };
    });
}

/** Icons for tabs and home screens where there are none, and what browsers install the blog by, unless it is not kept. */
export async function* writeIcons(options: IconOptions): AsyncGenerator<OutputFile, void> {
  const { site, base, own } = options;
  const named: ManifestIcon[] = [...listOwnIcons(options)];
  for (const fileName of nameDefaultIcons(own)) {
    const isTouch = fileName === touchIcon;
    const content = isTouch ? drawIcon(defaultMark, { sizePx: 180, share: 0.6 }) : defaultIcon;
    named.push({ name: fileName, sizes: isTouch ? '180x180' : 'any' });
    yield { fileName, content };
  }
  if (!site.offline) return;
  if (!hasEnough(options)) {
    const mark = await chooseMark(options);
    for (const { fileName, sizePx, share } of drawn) {
      if (own.has(fileName)) continue;
      named.push({ name: fileName, sizes: `${sizePx}x${sizePx}` });
      yield { fileName, content: drawIcon(mark, { sizePx, share }) };
    }
  }
  if (!own.has(manifestFile)) yield writeManifest(site, base, named);
}

/** True if an icon of the blog's own is large enough: one that is drawn would be shown instead of it. */
function hasEnough(options: IconOptions): boolean {
  return listOwnIcons(options).some(
    ({ name, sizes }) =>
      !name.includes('maskable') &&
      (sizes === 'any' || Number.parseInt(sizes ?? '0', 10) >= enoughPx),
  );
}

/** The pilcrow; beside a small icon of the blog's own, which says something else, the first letter of its title. */
async function chooseMark({ site, own }: IconOptions): Promise<Outline> {
  const [letter] = /[\p{L}\p{N}]/u.exec(site.title) ?? [];
  if (letter === undefined || !faviconNames.some((name) => own.has(name))) return defaultMark;
  const { openTitleFace } = await import('../previews/title-face.ts');
  const face = openTitleFace();
  const capital = letter.toLocaleUpperCase(site.language);
  return face.covers(capital) ? face.set(capital, 512).outline : defaultMark;
}
