import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { onTestFinished } from 'vitest';

/** A folder with `files` (content by path) that is removed when the running test has finished. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** A folder that lasts until it is removed, for tests that share it. */
export interface LastingFolder {
  readonly path: string;
  /** Writes files, their content by path. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  remove(): void;
}

/** A folder that several tests share. */
export function makeLastingFolder(): LastingFolder {
  const path = mkdtempSync(join(tmpdir(), 'rubric-'));
  return {
    path,
    write: (files) => writeFiles(path, files),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
