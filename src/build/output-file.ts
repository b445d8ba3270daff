/** One file a build step gives back; only the plugin writes it. */
export interface OutputFile {
  /** Path under the output folder, decoded, without `/` at the start: `posts/x/index.html`. */
  readonly fileName: string;
  readonly content: string | Uint8Array;
}
