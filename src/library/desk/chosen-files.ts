/** Files of the reader's own device, as the browser gives them: nothing of them is sent anywhere. */

/** A file that was chosen. */
export interface ChosenFile {
  /** Path within what was chosen, `/` between parts: `trip/cup.png`. */
  readonly path: string;
  /** Reads its state on the disk now, where the browser can. */
  readonly open: () => Promise<File>;
}

/** A file, or a folder with all files below it. */
export interface ChosenFiles {
  readonly name: string;
  readonly isFolder: boolean;
  /** By path. */
  readonly files: ReadonlyMap<string, ChosenFile>;
  /** Whether opening a file again gives what the disk has by then. */
  readonly isLive: boolean;
  /** Lists the files again. */
  readonly list: () => Promise<ChosenFiles>;
  /** The browser's own handle, where it has them. */
  readonly handle?: FileSystemHandle | undefined;
}

/** Files of a folder beyond these are left alone: it is no folder of posts. */
export const mostFiles = 5000;

/** Names that are no part of a blog's posts. */
export const skippedName = /^\.|^node_modules$/;

const isDraft = /\.(?:md|mdx|markdown)$/i;

/** Paths of the texts among `files`, in order of their names. */
export function listDrafts(files: ReadonlyMap<string, ChosenFile>): readonly string[] {
  return [...files.keys()]
    .filter((path) => isDraft.test(path))
    .toSorted((a, b) => a.localeCompare(b));
}

/** What a field for files holds; `undefined` for nothing. The files are as they were when they were chosen. */
export function takeFiles(list: readonly File[]): ChosenFiles | undefined {
  const [first] = list;
  if (first === undefined) return undefined;
  // `folder/a.md` where a folder was chosen, else empty.
  const [folder = ''] = first.webkitRelativePath.split('/');
  const isFolder = folder !== '';
  const files = new Map<string, ChosenFile>();
  for (const file of list) {
    const path = isFolder ? file.webkitRelativePath.slice(folder.length + 1) : file.name;
    if (files.size >= mostFiles) break;
    if (path.split('/').some((part) => skippedName.test(part))) continue;
    files.set(path, { path, open: () => Promise.resolve(file) });
  }
  const chosen: ChosenFiles = {
    name: isFolder ? folder : first.name,
    isFolder,
    files,
    isLive: false,
    list: () => Promise.resolve(chosen),
  };
  return chosen;
}
