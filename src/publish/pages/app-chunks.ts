import type { Rolldown } from 'vite';

/** Name of the file that the app starts from. */
export const appChunk = 'app';

/**
 * How the bundler parts the app's code into files. Left to itself it makes a file of everything that two parts
 * share, twenty for the start alone, each known only from the one before.
 *
 * - `app`: all that the entry's own `import()`s need, so that the app is there after one request;
 * - `search-words`: the reading of words, which results, marks and index share.
 *
 * @param entry absolute path of the module that pages load
 */
export function createAppChunks(entry: string): Rolldown.CodeSplittingOptions {
  const known = new WeakMap<Rolldown.ChunkingContext, ReadonlySet<string>>();
  const name = (id: string, modules: Rolldown.ChunkingContext): string | undefined => {
    if (searchWords.test(id)) return 'search-words';
    const app = known.get(modules) ?? findApp(entry, modules);
    known.set(modules, app);
    return app.has(id) ? appChunk : undefined;
  };
  return { groups: [{ name }], includeDependenciesRecursively: false };
}

/**
 * How the bundler parts the code of the worker that renders posts into files. Left to itself it makes a file of each
 * thing that parts share, for which a part would have to wait.
 *
 * - `render-worker`: all that every post takes;
 * - `expand-shortcodes`, `front-matter`, `dialect`, `leniency`: these parts with all that others share with them.
 */
export function createWorkerChunks(): Rolldown.CodeSplittingOptions {
  return {
    groups: [
      { name: 'render-worker', tags: ['$initial'] },
      { name: 'expand-shortcodes', test: sharedShortcodes },
      { name: 'front-matter', test: wholeFrontMatter },
      { name: 'dialect', test: /\/content\/markdown\/(?:dialect|base\/token-children)\.ts$/ },
      { name: 'leniency', test: /\/content\/markdown\/(?:leniency|constructs\/wide-row)\.ts$/ },
    ],
  };
}

const sharedShortcodes = /\/content\/shortcode\/(?:expand-shortcodes|base\/format-value)\.ts$/;

const wholeFrontMatter =
  /\/content\/front-matter\/(?!toml|yaml|recover-yaml)|\/content\/post\/math-setting\.ts$/;

const searchWords = /\/src\/search\/words\/(?!stem\.ts)/;

/** Modules that the app needs from its start on, without those of the entry itself. */
function findApp(entry: string, modules: Rolldown.ChunkingContext): ReadonlySet<string> {
  const first = findImported([entry], modules);
  const later = [...first].flatMap((id) => modules.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
  return new Set([...findImported(later, modules)].filter((id) => !first.has(id)));
}

/** `ids` and all modules that they import at once, directly or through others. */
function findImported(ids: readonly string[], modules: Rolldown.ChunkingContext): Set<string> {
  const found = new Set(ids);
  for (const id of found) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}
