/** One file a build step gives back; only the plugin writes it. */
export interface OutputFile {
  /** Path under the output folder, decoded, without `/` at the start: `posts/x/index.html`. */
  readonly fileName: string;
  readonly content: string | Uint8Array;
}

/** A file published byte for byte. */
export interface CopiedFile {
  /** Path under the output folder, decoded: `posts/x/a.png`. */
  readonly fileName: string;
  /** Absolute path of the source. */
  readonly file: string;
  /** Whether it is a post that is published without the marks of vaults, and so not as it is; `undefined`: no. */
  readonly isRewritten?: boolean | undefined;
}
