import { dialect } from '../../src/content/markdown/dialect.ts';
import * as math from '../../src/content/markdown/constructs/math.ts';
import { createLeniency } from '../../src/content/markdown/leniency.ts';
import type { SyntaxParts } from '../../src/content/markdown/syntax-needs.ts';

/** Every part that a text may be read with. */
export const syntaxParts: SyntaxParts = { dialect, leniency: createLeniency, math };
