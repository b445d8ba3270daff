import { type JSX, Show } from 'solid-js';
import { savedStrings } from './strings-saved.ts';
import { SavedDialog } from './SavedDialog.tsx';
import { useSaved } from './saved-model.ts';
import './SavedFooter.css';

/** The way to what is saved, on every page. */
export default function SavedFooter(): JSX.Element {
  const saved = useSaved();
  return (
    <Show when={saved}>
      {(model) => (
        <>
          <button
            class="text-button saved-footer"
            type="button"
            onClick={() => model().setOpen(true)}
          >
            {savedStrings.title}
          </button>
          <Show when={model().isOpen()}>
            <SavedDialog saved={model()} onClose={() => model().setOpen(false)} />
          </Show>
        </>
      )}
    </Show>
  );
}
