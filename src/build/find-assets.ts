import type { Rolldown } from 'vite';

/** The files of the app that pages load. Names are under the output folder. */
export interface AppAssets {
  /** The module that starts the app. */
  readonly script: string;
  /** Modules that `script` imports at once. */
  readonly imports: readonly string[];
  /** Style sheets that `script` needs: they are not loaded by it. */
  readonly sheets: readonly string[];
  /** All of the app's CSS in one, that of `sheets` first. */
  readonly css: string;
}

/** Finds in the client's bundle what pages must name. */
export function findAssets(output: Rolldown.RolldownOutput): AppAssets {
  const chunks = output.output.filter((item) => item.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('The client build has no entry.');
  const sheets = [entry, ...findImports(entry, byName)].flatMap((chunk) => [
    ...(chunk.viteMetadata?.importedCss ?? []),
  ]);
  const styles = new Map(
    output.output
      .filter((item) => item.type === 'asset' && item.fileName.endsWith('.css'))
      .map((item) => [item.fileName, readText('source' in item ? item.source : '')]),
  );
  const others = [...styles.keys()].filter((name) => !sheets.includes(name)).toSorted();
  return {
    script: entry.fileName,
    imports: findImports(entry, byName).map(({ fileName }) => fileName),
    sheets,
    css: [...sheets, ...others].map((name) => styles.get(name) ?? '').join('\n'),
  };
}

/** The chunks that `chunk` imports statically, directly or through others. */
function findImports(
  chunk: Rolldown.OutputChunk,
  byName: ReadonlyMap<string, Rolldown.OutputChunk>,
): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (names: readonly string[]): void => {
    for (const name of names) {
      const other = byName.get(name);
      if (other === undefined || other === chunk || found.has(other)) continue;
      found.add(other);
      visit(other.imports);
    }
  };
  visit(chunk.imports);
  return [...found];
}

function readText(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
