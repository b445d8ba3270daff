/** Multiplies the cases of every property test: `RUBRIC_RUNS=10 npm run check:unit` before a release, or overnight. */
const factor = Number(process.env['RUBRIC_RUNS'] ?? 1);

/** The number of random cases that a property test tries: `usual` of them in every run of the suite. */
export function propertyRuns(usual: number): number {
  return Math.max(1, Math.round(usual * factor));
}
