/** The display face as outlines, for pictures. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync } from 'fontkit';
import type { Font, GlyphRun, PathCommand } from 'fontkit';
import { bendCurve } from './bend-curve.ts';
import type { Outline, Point } from './rasterize.ts';

/** Words as outlines from their base line on, and how far they reach. */
export interface SetWords {
  readonly outline: Outline;
  /** Pixels to the right of the start. */
  readonly width: number;
}

/** The face. */
export interface TitleFace {
  /** Tells whether the face has a letter for every character of `text`. */
  covers(text: string): boolean;
  /** Width of `text`, all of which the face has, at a size of one pixel. */
  measure(text: string): number;
  /** `text`, all of which the face has, at `size` pixels. */
  set(text: string, size: number): SetWords;
}

/** The files the face comes in, by script, the commonest first. */
const parts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext'];

/** Straight pieces that a curve is drawn with, in a title and in a letter that fills an icon: no eye sees them. */
const piecesIn = { title: 6, icon: 24 };
const largestTitle = 150;

/** Opens the face. Its files are read when a text first takes them. */
export function openTitleFace(): TitleFace {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@fontsource-variable/brygada-1918/package.json'),
  );
  const open = new Map<string, Font>();
  const load = (part: string): Font => {
    const known = open.get(part);
    if (known !== undefined) return known;
    const file = join(folder, 'files', `brygada-1918-${part}-wght-normal.woff2`);
    const opened = openSync(file);
    if (!('layout' in opened)) throw new Error(`\`${file}\` holds several faces.`);
    open.set(part, opened);
    return opened;
  };
  const find = (character: string): string | undefined =>
    parts.find((part) => load(part).hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  const layOut = (text: string): { font: Font; run: GlyphRun }[] =>
    splitRuns(text, find).map(({ part, run }) => {
      const font = load(part);
      return { font, run: font.layout(run) };
    });
  return {
    covers: (text) => Array.from(text).every((character) => find(character) !== undefined),
    measure: (text) =>
      layOut(text).reduce((sum, { font, run }) => sum + run.advanceWidth / font.unitsPerEm, 0),
    set(text, size) {
      const outline: Point[][] = [];
      let x = 0;
      for (const { font, run } of layOut(text)) {
        const scale = size / font.unitsPerEm;
        for (const [at, { path }] of run.glyphs.entries()) {
          outline.push(...traceGlyph(path.commands, { x, scale, pieces: piecesOf(size) }));
          x += (run.positions[at]?.xAdvance ?? 0) * scale;
        }
      }
      return { outline, width: x };
    },
  };
}

/** `text` in stretches that one file of the face has. */
function splitRuns(
  text: string,
  find: (character: string) => string | undefined,
): { part: string; run: string }[] {
  const runs: { part: string; run: string }[] = [];
  for (const character of text) {
    const part = find(character) ?? 'latin';
    const last = runs.at(-1);
    // A blank stays with the word before it.
    if (last !== undefined && (last.part === part || character === ' ')) last.run += character;
    else runs.push({ part, run: character });
  }
  return runs;
}

function piecesOf(size: number): number {
  return size <= largestTitle ? piecesIn.title : piecesIn.icon;
}

interface Place {
  readonly x: number;
  /** Pixels a unit of the face. */
  readonly scale: number;
  /** Pieces of a curve. */
  readonly pieces: number;
}

/** The contours of a letter in pixels, its curves as straight pieces. The face counts upwards, a picture downwards. */
function traceGlyph(commands: readonly PathCommand[], { x, scale, pieces }: Place): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    const points: Point[] = [];
    for (let at = 0; at + 1 < args.length; at += 2) {
      points.push({ x: x + (args[at] ?? 0) * scale, y: -(args[at + 1] ?? 0) * scale });
    }
    if (command === 'moveTo') contours.push(points);
    else if (command !== 'closePath') {
      const start = contours.at(-1)?.at(-1) ?? { x: 0, y: 0 };
      const isCurve = points.length > 1;
      contours.at(-1)?.push(...(isCurve ? bendCurve([start, ...points], pieces) : points));
    }
  }
  return contours;
}
