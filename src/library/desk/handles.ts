/** Handles of files, by which a browser can read again what was chosen (File System Access). */
import { type ChosenFile, type ChosenFiles, mostFiles, skippedName } from './chosen-files.ts';

/** The part in use of what not every browser has. */
interface Pickers {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
  readonly showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

const types = [{ accept: { 'text/markdown': ['.md', '.mdx', '.markdown'] } }];

/** Tells that the browser gives handles, so that a file is followed while it is edited. */
export function canPick(): boolean {
  return (window as Pickers).showDirectoryPicker !== undefined;
}

/** Asks for a file; `undefined` when the reader chose none. */
export function pickFile(): Promise<ChosenFiles | undefined> {
  return pick(async () => (await (window as Pickers).showOpenFilePicker?.({ types }))?.[0]);
}

/** Asks for a folder; `undefined` when the reader chose none. */
export function pickFolder(): Promise<ChosenFiles | undefined> {
  return pick(() => (window as Pickers).showDirectoryPicker?.({ id: 'posts' }));
}

async function pick(
  ask: () => Promise<FileSystemHandle | undefined> | undefined,
): Promise<ChosenFiles | undefined> {
  try {
    const handle = await ask();
    return handle === undefined ? undefined : await takeHandle(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** What `handle` stands for, with all that lies in it. Hidden folders and packages are left out. */
export async function takeHandle(handle: FileSystemHandle): Promise<ChosenFiles> {
  const files = new Map<string, ChosenFile>();
  if (isFolder(handle)) await walk(handle, '', files);
  else if (isFile(handle)) {
    files.set(handle.name, { path: handle.name, open: () => handle.getFile() });
  }
  return {
    name: handle.name,
    isFolder: isFolder(handle),
    files,
    isLive: true,
    list: () => takeHandle(handle),
    handle,
  };
}

async function walk(
  folder: FileSystemDirectoryHandle,
  prefix: string,
  files: Map<string, ChosenFile>,
): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (skippedName.test(name) || files.size >= mostFiles) continue;
    const path = prefix + name;
    if (isFolder(handle)) await walk(handle, `${path}/`, files);
    else if (isFile(handle)) files.set(path, { path, open: () => handle.getFile() });
  }
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}
