/** A blog that is about to be written. */
export interface NewBlog {
  readonly title: string;
  /** Today, `2026-11-30`. */
  readonly day: string;
  /** Where npm gets Rubric: a version, or what npm takes for a package. */
  readonly source: string;
  /** Whether it has a `package.json`. */
  readonly hasPackage: boolean;
}

/** What npm installs for `source`: `rubric@0.1.0`, or a tarball or repository as it is. */
export function formatSpec(source: string): string {
  return isVersion(source) ? `rubric@${source}` : source;
}

function isVersion(source: string): boolean {
  return /^[\^~]?\d+(?:\.\d+){0,2}(?:-[\w.]+)?$/.test(source);
}
