import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitRules } from './css-rules.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const layers = ['tokens', 'reset', 'base', 'prose', 'components', 'utilities'];
const sheets = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => `src/ui/${file.replaceAll('\\', '/')}`)
  .toSorted();
const ownSheets = sheets.filter((file) => !file.startsWith('src/ui/styles/'));
const tokens = read('src/ui/styles/tokens.css');

describe('styles', () => {
  test('order their layers in one line', () => {
    expect(read('src/ui/styles/layers.css')).toContain(`@layer ${layers.join(', ')};`);
  });

  test.each(sheets)('have every rule of %s in a layer', (file) => {
    for (const { prelude } of splitRules(read(file))) {
      expect(prelude).toMatch(
        /^@(?:layer (?:tokens|reset|base|prose|components|utilities)$|import )|^@layer .*, /,
      );
    }
  });

  test.each(ownSheets)('nest %s under one class named as its component', (file) => {
    const kebab = basename(file, '.css')
      .replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`)
      .toLowerCase();
    const root = kebab === 'shell' ? '.skip-link' : `.${kebab}`;
    const [layer] = splitRules(read(file));
    const rules = splitRules(layer?.body ?? '');
    expect(rules.map(({ prelude }) => prelude)).toEqual([root]);
  });

  test.each(sheets)('take colors from tokens only in %s', (file) => {
    if (/\/(?:tokens|print)\.css$/.test(file)) return;
    const text = read(file).replace(/\/\*[^]*?\*\//g, '');
    // The veil behind the dialog is the one color that no scheme changes.
    const own = text
      .replace('rgb(0 0 0 / 45%)', '')
      .match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(/g);
    expect(own).toBeNull();
  });

  test.each(sheets)('use nothing that reads badly from right to left in %s', (file) => {
    const physical =
      /(?:^|[\s;{])(?:margin|padding|border|inset)-(?:left|right|top|bottom)\s*:|text-align:\s*(?:left|right)/;
    expect(read(file)).not.toMatch(physical);
    expect(read(file)).not.toContain('!important');
  });

  test('name only tokens that exist', () => {
    const known = new Set([...tokens.matchAll(/^\s+(--[\w-]+):/gm)].map((match) => match[1]));
    for (const file of sheets) {
      const text = read(file);
      const local = new Set([...text.matchAll(/^\s+(--[\w-]+):/gm)].map((match) => match[1]));
      const missing = [...text.matchAll(/var\((--[\w-]+)(?=\))/g)]
        .map((match) => match[1])
        .filter((name) => !known.has(name) && !local.has(name));
      expect(missing, file).toEqual([]);
    }
  });
});

/** The table of contrast: text needs 4.5, controls and the rules under links 3. */
const pairs: readonly (readonly [front: string, ground: string, least: number])[] = [
  ['ink', 'paper', 4.5],
  ['ink', 'sunken', 4.5],
  ['ink-2', 'paper', 4.5],
  ['ink-2', 'sunken', 4.5],
  ['ink-3', 'paper', 4.5],
  ['ink-3', 'sunken', 4.5],
  ['rubric', 'paper', 4.5],
  ['rubric', 'sunken', 4.5],
  ['on-rubric', 'rubric', 4.5],
  ['on-mark', 'mark', 4.5],
  ['ink', 'select', 4.5],
  ['ink', 'raised', 4.5],
  ['paper', 'ink', 4.5],
  ['edge', 'paper', 3],
  ['rubric-rule', 'paper', 3],
  ['focus', 'paper', 3],
  ['focus', 'sunken', 3],
  ['tok-comment', 'sunken', 4.5],
  ['tok-keyword', 'sunken', 4.5],
  ['tok-string', 'sunken', 4.5],
  ['tok-number', 'sunken', 4.5],
  ['tok-func', 'sunken', 4.5],
  ['tok-type', 'sunken', 4.5],
  ['tok-attr', 'sunken', 4.5],
];

describe('contrast', () => {
  test.each(pairs)('of %s on %s is at least %d in both schemes', (front, ground, least) => {
    for (const scheme of [0, 1] as const) {
      const ratio = contrast(readColor(front, scheme), readColor(ground, scheme));
      expect(ratio, scheme === 0 ? 'light' : 'dark').toBeGreaterThanOrEqual(least);
    }
  });

  test('is measured as the table of the design has it', () => {
    expect(contrast(readColor('ink', 0), readColor('paper', 0))).toBeCloseTo(15.19, 1);
    expect(contrast(readColor('ink', 1), readColor('paper', 1))).toBeCloseTo(13.76, 1);
  });
});

describe('frame of the browser', () => {
  test.each([0, 1] as const)('has the colour of the paper in scheme %d', (scheme) => {
    const metas = [...read('src/publish/pages/page-html.ts').matchAll(/content="(#[0-9a-f]{6})"/g)];
    expect(metas.map((match) => match[1])[scheme]).toBe(formatHex(readColor('paper', scheme)));
  });
});

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** A color token as written: the first value of `light-dark()` is the light one. */
function readColor(name: string, scheme: 0 | 1): Oklch {
  const value = new RegExp(`--${name}: light-dark\\(([^;]+)\\);`).exec(tokens)?.[1] ?? '';
  const color = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+)(?: ([\d.]+))?\)/g)][scheme];
  if (color === undefined) throw new Error(`The token \`--${name}\` has no two colors.`);
  return [Number(color[1]), Number(color[2]), Number(color[3] ?? 0)];
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: Oklch, b: Oklch): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance. */
function luminance(color: Oklch): number {
  const [red = 0, green = 0, blue = 0] = toBytes(color).map((byte) => {
    const eight = byte / 255;
    return eight <= 0.04045 ? eight / 12.92 : ((eight + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function formatHex(color: Oklch): string {
  return `#${toBytes(color)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Red, green and blue as a screen shows them, by way of linear sRGB (Björn Ottosson, OKLab), cut to 8 bits each. */
function toBytes([lightness, chroma, hue]: Oklch): number[] {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((linear) => {
    const cut = Math.min(1, Math.max(0, linear));
    return Math.round(255 * (cut <= 0.0031308 ? 12.92 * cut : 1.055 * cut ** (1 / 2.4) - 0.055));
  });
}
