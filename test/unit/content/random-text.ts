import * as fc from 'fast-check';

import { propertyRuns } from '../../support/property-runs.ts';

/** Texts of `pieces`, which a parser looks for, with now and then a few characters of any kind between them. */
export function textOf(
  pieces: readonly string[],
  maxLength = 50,
  joint = '',
): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  );
  return fc.array(piece, { maxLength }).map((parts) => parts.join(joint));
}

/** The same random texts in every run, so that a failure comes back. */
export const seeded = { seed: 18, numRuns: propertyRuns(400) } as const;
