import type { FileKind } from '../format/index-format.ts';
import type { FilePlace } from '../format/shard-entry.ts';
import { encodeParts } from '../format/side-files.ts';

/** A file of the index. */
export interface IndexFile {
  /** Within `searchFolder`. */
  readonly name: string;
  readonly content: Uint8Array;
  /** By which other files know it. */
  readonly stamp: number;
}

/** Makes a file of the index around its content. The stamp is that of the content if none is given. */
export type Pack = (
  kind: FileKind,
  number: number,
  content: Uint8Array,
  stamp?: number,
) => IndexFile;

/** Small parts gathered into files. */
export interface Parts {
  /** Puts a part into the present file. */
  add(part: Uint8Array): FilePlace;
  /** The present file, if it is large enough, or is larger than `least` and may end here. */
  takeFull(mayEnd?: boolean): Generator<IndexFile>;
  takeRest(): Generator<IndexFile>;
}

/** Parts of `kind`, in files of up to `most` bytes. */
export function createParts(
  kind: FileKind,
  { least, most, pack }: { readonly least: number; readonly most: number; readonly pack: Pack },
): Parts {
  let parts: Uint8Array[] = [];
  let sizeBytes = 0;
  let file = 0;
  return {
    add(part) {
      parts.push(part);
      sizeBytes += part.length;
      return { file, index: parts.length - 1 };
    },
    *takeFull(mayEnd = false) {
      if (sizeBytes >= (mayEnd ? least : most)) yield* this.takeRest();
    },
    *takeRest() {
      if (parts.length === 0) return;
      yield pack(kind, file++, encodeParts(parts));
      parts = [];
      sizeBytes = 0;
    },
  };
}
