import type { Rolldown } from 'vite';
import { appChunk } from './app-chunks.ts';

/** The files of the app that pages load. Names are under the output folder. */
export interface AppAssets {
  /** The module that starts the app. */
  readonly script: string;
  /** The module with the app itself, which `script` imports when it is wanted; `undefined` when it is many. */
  readonly app: string | undefined;
  /** Modules that `script` imports at once. */
  readonly imports: readonly string[];
  /** The app's style sheet; more than one only if Vite is told to split it. */
  readonly sheets: readonly string[];
  /** All of the app's CSS. */
  readonly css: string;
  /** Everything that Vite has written. */
  readonly files: readonly string[];
}

/** Finds in the client's bundle what pages must name. */
export function findAssets({ output }: Rolldown.RolldownOutput): AppAssets {
  const chunks = output.filter((item) => item.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('The client build has no entry.');
  const sheets = output.filter((item) => item.type === 'asset').filter(isSheet);
  return {
    script: entry.fileName,
    app: chunks.find(({ name }) => name === appChunk)?.fileName,
    imports: findImports(entry, new Map(chunks.map((chunk) => [chunk.fileName, chunk]))),
    sheets: sheets.map(({ fileName }) => fileName),
    files: output.map(({ fileName }) => fileName),
    css: sheets.map(({ source }) => readText(source)).join('\n'),
  };
}

/** Names of the chunks that `chunk` imports statically, directly or through others. */
function findImports(
  chunk: Rolldown.OutputChunk,
  byName: ReadonlyMap<string, Rolldown.OutputChunk>,
): string[] {
  const found = new Set<string>();
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      if (name === chunk.fileName || found.has(name)) continue;
      found.add(name);
      visit(byName.get(name)?.imports ?? []);
    }
  };
  visit(chunk.imports);
  return [...found];
}

function isSheet(asset: Rolldown.OutputAsset): boolean {
  return asset.fileName.endsWith('.css');
}

function readText(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
