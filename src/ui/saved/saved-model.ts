import { type Accessor, createRoot, createSignal } from 'solid-js';
import { keyOfScope } from '../../content/model/saved.ts';
import type { Library, SavedPosts } from '../../content/model/library.ts';
import type { SavedScope, SavedState } from '../../content/model/saved.ts';
import { type AppServices, useApp } from '../frame/app-context.ts';
import { whenIdle } from '../frame/later.ts';
import { markSaved } from './mark-saved.ts';

/** A scope that is being saved. */
export interface Saving {
  readonly key: string;
  /** From 0 to 1. */
  readonly part: number;
}

/** The way that saving has ended. */
export interface SavedOutcome {
  readonly scope: SavedScope;
  /** `undefined` when it is saved; else the `kind` of the failure. */
  readonly failure: string | undefined;
}

/** What is saved, shared by all who show it. */
export interface SavedModel {
  /** `undefined` until it is known. */
  readonly state: Accessor<SavedState | undefined>;
  readonly saving: Accessor<Saving | undefined>;
  readonly outcome: Accessor<SavedOutcome | undefined>;
  /** What the page on screen is about. */
  readonly here: Accessor<SavedScope | undefined>;
  readonly setHere: (scope: SavedScope | undefined) => void;
  /** Whether the dialog is open. */
  readonly isOpen: Accessor<boolean>;
  readonly setOpen: (isOpen: boolean) => void;
  readonly open: () => Promise<SavedPosts>;
  readonly save: (scope: SavedScope) => Promise<void>;
  readonly cancel: () => void;
  readonly remove: (scope: SavedScope) => Promise<void>;
  readonly removeAll: () => Promise<void>;
}

const models = new WeakMap<Library, SavedModel>();

/** The model of the app around the component; `undefined` where nothing can be saved. */
export function useSaved(): SavedModel | undefined {
  const app = useApp();
  if (!canSave(app)) return undefined;
  const model = models.get(app.library) ?? createRoot(() => createModel(app));
  models.set(app.library, model);
  return model;
}

/** True for a scope that the reader has saved. */
export function isSaved(state: SavedState | undefined, scope: SavedScope): boolean {
  const key = keyOfScope(scope);
  return state?.items.some((item) => keyOfScope(item.scope) === key) === true;
}

/** Service workers, and storage for them, are there on secure addresses alone. */
function canSave({ site }: AppServices): boolean {
  return site.offline && !import.meta.env.DEV && 'serviceWorker' in navigator && 'caches' in window;
}

function createModel(app: AppServices): SavedModel {
  const [state, setState] = createSignal<SavedState>();
  const [saving, setSaving] = createSignal<Saving>();
  const [outcome, setOutcome] = createSignal<SavedOutcome>();
  const [here, setHere] = createSignal<SavedScope>();
  const [isOpen, setOpen] = createSignal(false);
  let control = new AbortController();
  let opening: Promise<SavedPosts> | undefined;
  const read = async (saved: SavedPosts): Promise<void> => {
    const now = await saved.read();
    setState(now);
    markSaved(now, app.href);
  };
  const open = (): Promise<SavedPosts> => {
    if (opening !== undefined) return opening;
    const begun = app.library.openSaved();
    opening = begun;
    begun.then(
      (saved) => {
        saved.onChange(() => void read(saved).catch(() => undefined));
        return read(saved);
      },
      // Asked for again, it is loaded again.
      () => (opening = undefined),
    );
    return begun;
  };
  const follow = (): void =>
    whenIdle(
      () =>
        void open()
          .then((saved) => saved.refresh())
          .catch(() => undefined),
    );
  follow();
  addEventListener('online', follow);
  return {
    state,
    saving,
    outcome,
    here,
    setHere,
    isOpen,
    setOpen,
    open,
    async save(scope) {
      control.abort();
      control = new AbortController();
      const { signal } = control;
      const key = keyOfScope(scope);
      const tell = (part: number): void => void (signal.aborted || setSaving({ key, part }));
      setOutcome(undefined);
      tell(0);
      try {
        await (await open()).save(scope, { signal, onProgress: tell });
        setOutcome({ scope, failure: undefined });
      } catch (error) {
        if (!signal.aborted) setOutcome({ scope, failure: kindOf(error) });
      }
      if (control.signal === signal) setSaving(undefined);
    },
    cancel() {
      control.abort();
      setSaving(undefined);
    },
    remove: async (scope) => (await open()).remove(scope),
    removeAll: async () => (await open()).removeAll(),
  };
}

function kindOf(error: unknown): string {
  const kind = error instanceof Object && 'kind' in error ? error.kind : undefined;
  return typeof kind === 'string' ? kind : 'failed';
}
