import {
  type ChosenFile,
  type ChosenFiles,
  mostFiles,
  skippedName,
  takeFiles,
} from './chosen-files.ts';
import { takeHandle } from './handles.ts';

/** Not in every browser. */
interface HandleItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/**
 * What was dropped: the first file or folder of `transfer`; `undefined` for text and the like. To be called while the
 * event is handled, as the browser forgets what was dropped after it.
 */
export function takeDrop(transfer: DataTransfer): Promise<ChosenFiles | undefined> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const [item] = items;
  if (item === undefined) return Promise.resolve(undefined);
  const handle = (item as HandleItem).getAsFileSystemHandle?.();
  const entry = item.webkitGetAsEntry();
  const files = [...transfer.files];
  return choose(handle, entry, files);
}

async function choose(
  asking: Promise<FileSystemHandle | null> | undefined,
  entry: FileSystemEntry | null,
  files: readonly File[],
): Promise<ChosenFiles | undefined> {
  // Refused to pages that are not secure.
  const handle = await asking?.catch(() => null);
  if (handle) return takeHandle(handle);
  return entry === null ? takeFiles(files) : takeEntry(entry);
}

async function takeEntry(entry: FileSystemEntry): Promise<ChosenFiles> {
  const files = new Map<string, ChosenFile>();
  await walk(entry, entry.isDirectory ? undefined : entry.name, files);
  return {
    name: entry.name,
    isFolder: entry.isDirectory,
    files,
    isLive: true,
    list: () => takeEntry(entry),
  };
}

/** @param path of the entry; `undefined` for the folder that was dropped */
async function walk(
  entry: FileSystemEntry,
  path: string | undefined,
  files: Map<string, ChosenFile>,
): Promise<void> {
  if (files.size >= mostFiles) return;
  if (isFile(entry)) {
    const name = path ?? entry.name;
    const open = (): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));
    files.set(name, { path: name, open });
  } else if (isFolder(entry)) {
    for (const child of await listEntries(entry)) {
      if (skippedName.test(child.name)) continue;
      await walk(child, path === undefined ? child.name : `${path}/${child.name}`, files);
    }
  }
}

/** The browser tells of a folder in parts, an empty one at its end. */
async function listEntries(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0 || entries.length >= mostFiles) return entries;
    entries.push(...part);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
