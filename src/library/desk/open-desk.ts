// All that the draft desk asks of the library. Imported by `import()` only: no reader's page takes it.
import type { Site } from '../../content/site/site.ts';
import { loadCode } from '../net/load-code.ts';
import { findSanitize } from '../post/sanitize.ts';
import { startRenderWorker } from '../post/start-render-worker.ts';
import { type ChosenFiles, listDrafts, takeFiles } from './chosen-files.ts';
import { takeDrop } from './drop-files.ts';
import { canPick, pickFile, pickFolder } from './handles.ts';
import { placeFiles } from './place-files.ts';
import { type Draft, readDraft, warmUpDesk } from './read-draft.ts';
import { watchFile } from './watch-file.ts';

/** Files of the device as drafts. */
export interface DraftDesk {
  /** Whether {@link DraftDesk.pickFile} and `pickFolder` ask; else a field for files must, and gives `takeFiles` its list. */
  readonly canPick: boolean;
  readonly pickFile: () => Promise<ChosenFiles | undefined>;
  readonly pickFolder: () => Promise<ChosenFiles | undefined>;
  readonly takeFiles: (list: readonly File[]) => ChosenFiles | undefined;
  readonly takeDrop: (transfer: DataTransfer) => Promise<ChosenFiles | undefined>;
  /** Paths of the texts that were chosen, in order of their names. */
  readonly listDrafts: (chosen: ChosenFiles) => readonly string[];
  /** Path of the chosen file that lies at a place of the blog, such as `posts/x/index.md`. */
  readonly findPath: (chosen: ChosenFiles, place: string) => string | undefined;
  readonly read: (chosen: ChosenFiles, path: string) => Promise<Draft>;
  readonly watch: (chosen: ChosenFiles, path: string, onChange: () => void) => () => void;
}

/** The desk of this page, and all its code on the way. */
export function openDesk(site: Site, base: string): DraftDesk {
  const tools = {
    site,
    base,
    render: startRenderWorker(),
    // Nothing waits for a yes here: the policy of the page lets nothing of others in, and links stand in its place.
    loadSanitize: async () => findSanitize({ ...site, remote: 'load' }),
    loadShortcodes: async () =>
      (await loadCode(() => import('virtual:rubric/shortcodes'))).shortcodes,
  };
  warmUpDesk(tools);
  return {
    canPick: canPick(),
    pickFile,
    pickFolder,
    takeFiles,
    takeDrop,
    listDrafts: ({ files }) => listDrafts(files),
    findPath: (chosen, place) => placeFiles(chosen, site).get(place)?.path,
    read: (chosen, path) => readDraft(tools, chosen, path),
    watch: watchFile,
  };
}
