/** The mark of a blog that has no icon of its own: a pilcrow in the colours of the rubric. */
import { bendCurve } from '../previews/bend-curve.ts';
import type { Outline } from '../previews/rasterize.ts';

/** As `favicon.svg`; it follows the theme of the reader. */
export const defaultIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<style>path{fill:#b51c2f}@media(prefers-color-scheme:dark){path{fill:#f58b88}}</style>
<path d="M13.6 4h10.9v2.6h-2.3V28h-2.7V6.6h-3.3V28h-2.7V17.2C9.3 17.2 6 14.6 6 10.6S9.3 4 13.6 4z"/>
</svg>
`;

const pieces = 24;
const start = { x: 13.6, y: 4 };
const stem = { x: 13.5, y: 17.2 };
const middle = { x: 6, y: 10.6 };

/** The path of {@link defaultIcon}. */
export const defaultMark: Outline = [
  [
    start,
    { x: 24.5, y: 4 },
    { x: 24.5, y: 6.6 },
    { x: 22.2, y: 6.6 },
    { x: 22.2, y: 28 },
    { x: 19.5, y: 28 },
    { x: 19.5, y: 6.6 },
    { x: 16.2, y: 6.6 },
    { x: 16.2, y: 28 },
    { x: 13.5, y: 28 },
    stem,
    ...bendCurve([stem, { x: 9.3, y: 17.2 }, { x: 6, y: 14.6 }, middle], pieces),
    ...bendCurve([middle, { x: 6, y: 6.6 }, { x: 9.3, y: 4 }, start], pieces),
  ],
];
