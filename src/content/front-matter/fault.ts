/** A fault found while reading front matter. */
export interface Fault {
  /** 1-based line within the block. */
  readonly line: number;
  /** 1-based column. */
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** What was read of a block, and what was wrong with it. */
export interface BlockReading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}
