import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { ChosenFiles } from '../../library/desk/chosen-files.ts';
import type { DraftDesk } from '../../library/desk/open-desk.ts';
import type { Draft } from '../../library/desk/read-draft.ts';

/** The state of the desk. */
export type DeskState =
  | { readonly kind: 'empty' }
  /** Nothing of it is a text. */
  | { readonly kind: 'no-drafts' }
  /** `isFile`: the file cannot be read; else our own code did not come. */
  | { readonly kind: 'failed'; readonly isFile: boolean }
  | { readonly kind: 'shown'; readonly draft: Draft };

/** What the desk shows, and the ways to change it. None of them rejects. */
export interface DeskModel {
  readonly state: Accessor<DeskState>;
  readonly chosen: Accessor<ChosenFiles | undefined>;
  /** Path of the file that is shown, within what was chosen. */
  readonly path: Accessor<string>;
  /** Paths of all texts that were chosen. */
  readonly drafts: Accessor<readonly string[]>;
  /** Shows what `ask` gives; nothing changes when it gives nothing. */
  readonly choose: (
    ask: (desk: DraftDesk) => Promise<ChosenFiles | undefined> | ChosenFiles | undefined,
  ) => Promise<void>;
  readonly select: (path: string) => Promise<void>;
  /** As `select`, by the place in the blog. Gives back whether such a file was chosen. */
  readonly open: (place: string) => Promise<boolean>;
  /** Lists the files and reads the shown one anew. */
  readonly readAgain: () => Promise<void>;
}

/** What {@link createDeskModel} needs. */
export interface DeskModelOptions {
  readonly openDesk: () => Promise<DraftDesk>;
  /** Called with each draft that is shown. */
  readonly onShow: (draft: Draft) => void;
}

/** The model of the desk on screen: the draft that is shown follows its file until it is disposed. */
export function createDeskModel({ openDesk, onShow }: DeskModelOptions): DeskModel {
  const [state, setState] = createSignal<DeskState>({ kind: 'empty' });
  const [chosen, setChosen] = createSignal<ChosenFiles>();
  const [path, setPath] = createSignal('');
  const [drafts, setDrafts] = createSignal<readonly string[]>([]);
  let stopWatching: (() => void) | undefined;
  /** Counts readings: an older answer never takes the place of a newer one. */
  let latest = 0;

  const change = (next: DeskState): void => {
    const before = state();
    setState(next);
    if (before.kind === 'shown') before.draft.release();
  };
  const show = async (files: ChosenFiles, wanted: string): Promise<void> => {
    const reading = ++latest;
    const desk = await openDesk();
    setChosen(files);
    setDrafts(desk.listDrafts(files));
    setPath(wanted);
    const draft = await desk.read(files, wanted).catch(() => undefined);
    if (reading !== latest) return draft?.release();
    stopWatching?.();
    stopWatching = desk.watch(files, wanted, () => void readAgain());
    if (draft === undefined) return change({ kind: 'failed', isFile: true });
    change({ kind: 'shown', draft });
    onShow(draft);
  };
  const showFirst = async (files: ChosenFiles): Promise<void> => {
    const paths = (await openDesk()).listDrafts(files);
    // The post of a folder that holds one.
    const first = paths.find((each) => /^index\./i.test(each)) ?? paths[0];
    if (first !== undefined) return show(files, first);
    stopWatching?.();
    latest++;
    setChosen(files);
    setDrafts([]);
    change({ kind: 'no-drafts' });
  };
  const readAgain = async (): Promise<void> => {
    const files = chosen();
    if (files === undefined) return;
    const listed = await files.list().catch(() => files);
    await guard(listed.files.has(path()) ? show(listed, path()) : showFirst(listed));
  };
  const guard = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch {
      // The page says so in place.
      change({ kind: 'failed', isFile: false });
    }
  };
  const chooseFrom: DeskModel['choose'] = async (ask) => {
    const files = await ask(await openDesk());
    if (files !== undefined) await showFirst(files);
  };
  const select = async (wanted: string): Promise<void> => {
    const files = chosen();
    if (files?.files.has(wanted) === true) await guard(show(files, wanted));
  };

  onCleanup(() => {
    latest++;
    stopWatching?.();
    change({ kind: 'empty' });
  });
  return {
    state,
    chosen,
    path,
    drafts,
    choose: (ask) => guard(chooseFrom(ask)),
    select,
    async open(place) {
      const files = chosen();
      const found = files === undefined ? undefined : (await openDesk()).findPath(files, place);
      if (found !== undefined) await select(found);
      return found !== undefined;
    },
    readAgain,
  };
}
