import { ink, mixSteps, paper, red } from './colours.ts';
import type { Colour } from './colours.ts';
import { encodePng } from './encode-png.ts';
import { fillOutline } from './rasterize.ts';
import type { Outline, Sheet } from './rasterize.ts';
import type { TitleFace } from './title-face.ts';

/** The words on a picture for link previews. */
export interface PreviewWords {
  readonly title: string;
  /** The blog's name, at the foot; empty for none. */
  readonly blog: string;
}

/** Size that all readers of previews take: twice as wide as high, nearly. */
const width = 1200;
const height = 630;
const margin = 96;
const room = width - 2 * margin;

/** Sizes of a title in pixels and the lines it may take, the first that fits. */
const smallest = { size: 56, lines: 5 };
const settings = [
  { size: 104, lines: 2 },
  { size: 88, lines: 3 },
  { size: 72, lines: 4 },
  smallest,
];
const leading = 1.12;
const titleTop = 150;
const blogSize = 40;
const blogLine = height - 88;

/** Steps from paper to ink, and from paper to red. */
const inkSteps = 8;
const redSteps = 7;

/**
 * A picture of a title and the blog it is from, as a PNG of 1200 × 630 pixels; `undefined` where the face lacks a letter of
 * the title, as empty boxes would be worse than no picture.
 */
export function drawPreview(words: PreviewWords, face: TitleFace): Uint8Array | undefined {
  const title = plainWords(words.title);
  if (title === '' || !face.covers(title)) return undefined;
  const inkSheet = createSheet();
  const redSheet = createSheet();
  fillOutline(redSheet, [rectangle(margin, 96, 112, 8)]);
  const { lines, size } = fitTitle(title, face);
  for (const [at, line] of lines.entries()) {
    const baseLine = titleTop + size * (0.86 + at * leading);
    fillOutline(inkSheet, moveTo(face.set(line, size).outline, margin, baseLine));
  }
  const blog = plainWords(words.blog);
  if (blog !== '' && face.covers(blog)) {
    const mark = face.set('¶ ', blogSize);
    fillOutline(redSheet, moveTo(mark.outline, margin, blogLine));
    const name = cutLine(blog, face, (room - mark.width) / blogSize);
    fillOutline(inkSheet, moveTo(face.set(name, blogSize).outline, margin + mark.width, blogLine));
  }
  return encodePng({ width, height, palette: mixPalette(), pixels: mixPixels(inkSheet, redSheet) });
}

/** `text` without pictures of characters and marks that nobody sees. */
function plainWords(text: string): string {
  return text
    .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{Cc}\u{FE0F}\u{20E3}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The largest setting in which all of the title fits; in the smallest it is cut. */
function fitTitle(title: string, face: TitleFace): { lines: readonly string[]; size: number } {
  const words = title.split(' ').map((word) => ({ word, width: face.measure(word) }));
  const blank = face.measure(' ');
  for (const { size, lines } of settings) {
    const broken = breakLines(words, room / size, blank);
    if (broken.length <= lines && broken.every((line) => line.width * size <= room)) {
      return { lines: broken.map(({ text }) => text), size };
    }
  }
  const { size, lines } = smallest;
  const texts = breakLines(words, room / size, blank).map(({ text }) => text);
  const rest = texts.slice(lines - 1).join(' ');
  return { lines: [...texts.slice(0, lines - 1), cutLine(rest, face, room / size)], size };
}

interface Line {
  readonly text: string;
  /** At a size of one pixel. */
  readonly width: number;
}

/** Words in lines as wide as fit; a word alone may be wider. */
function breakLines(
  words: readonly { readonly word: string; readonly width: number }[],
  widest: number,
  blank: number,
): readonly Line[] {
  const lines: Line[] = [];
  for (const { word, width: own } of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.width + blank + own <= widest) {
      lines[lines.length - 1] = { text: `${last.text} ${word}`, width: last.width + blank + own };
    } else lines.push({ text: word, width: own });
  }
  return lines;
}

/** As much of `text` as one line of `widest` takes at a size of one pixel, with a sign where it goes on. */
function cutLine(text: string, face: TitleFace, widest: number): string {
  if (face.measure(text) <= widest) return text;
  const characters = Array.from(text);
  let [fitting, beyond] = [0, characters.length];
  const cutAt = (length: number): string => `${characters.slice(0, length).join('').trimEnd()}…`;
  while (beyond - fitting > 1) {
    const middle = (fitting + beyond) >> 1;
    if (face.measure(cutAt(middle)) <= widest) fitting = middle;
    else beyond = middle;
  }
  return cutAt(fitting);
}

function createSheet(): Sheet {
  return { width, height, bytes: new Uint8Array(width * height) };
}

function rectangle(x: number, y: number, wide: number, high: number): Outline[number] {
  return [
    { x, y },
    { x: x + wide, y },
    { x: x + wide, y: y + high },
    { x, y: y + high },
  ];
}

function moveTo(outline: Outline, right: number, down: number): Outline {
  return outline.map((contour) => contour.map(({ x, y }) => ({ x: x + right, y: y + down })));
}

/** Paper, then the steps to ink, then those to red. */
function mixPalette(): readonly Colour[] {
  return [paper, ...mixSteps(ink, inkSteps), ...mixSteps(red, redSteps)];
}

function mixPixels(inkSheet: Sheet, redSheet: Sheet): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const covered = inkSheet.bytes[at] ?? 0;
    const reddened = redSheet.bytes[at] ?? 0;
    // Nearly all of a picture is paper.
    if (covered !== 0 || reddened !== 0) pixels[at] = mixPixel(covered, reddened);
  }
  return pixels;
}

/** The number of the colour that is nearest, by how much of a pixel is covered with ink and with red. */
function mixPixel(covered: number, reddened: number): number {
  if (covered >= reddened) return Math.round((covered / 255) * inkSteps);
  const shade = Math.round((reddened / 255) * redSteps);
  return shade === 0 ? 0 : inkSteps + shade;
}
