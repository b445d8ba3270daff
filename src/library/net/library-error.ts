/** The reason why the library could not answer. The screen picks its words by it. */
export type LibraryErrorKind =
  /** The server says that the file is not there, by its status or by answering with a page. */
  | 'not-found'
  /** The server could not be reached. */
  | 'offline'
  /** The server answered with an error. */
  | 'bad-response'
  /** The file is there but not what it should be. */
  | 'bad-content'
  /** The file is of a form that this app does not know: another version of it has published the blog. */
  | 'outdated'
  /** The device has no room for what is to be saved. */
  | 'full'
  /** The browser does not let it be saved. */
  | 'refused';

/** The one error class of the library. */
export class LibraryError extends Error {
  readonly kind: LibraryErrorKind;

  constructor(kind: LibraryErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LibraryError';
    this.kind = kind;
  }
}

/** True if `error` says that a file is not there. */
export function isNotFound(error: unknown): boolean {
  return error instanceof LibraryError && error.kind === 'not-found';
}
