/** Faults of a published blog. */
export interface DistReport {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** A sentence that counts what was checked. */
  readonly summary: string;
}

/** Faults of the blog that is published in `folder`. */
export function checkDist(folder: string): DistReport;
