import type { PartName } from '../model/part.ts';
import type { Problem } from '../model/problem.ts';
import type { Block, FrontMatterKind } from './plain-block.ts';

/** A front matter as read, and the text after it. */
export interface FrontMatter {
  readonly kind: FrontMatterKind;
  /** Keys in lower case; JSON-like values; dates as text. Objects without a prototype. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** 1-based line of the source on which `body` starts. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
  /** Parts of the renderer that reading it took. */
  readonly needs: readonly PartName[];
  /** The block that it was read from: `find-place.ts` finds the places of settings by it. */
  readonly block: Block;
}
