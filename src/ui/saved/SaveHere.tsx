import { createEffect, type JSX, onCleanup, Show } from 'solid-js';
import type { SavedScope } from '../../content/model/saved.ts';
import { savedStrings } from './strings-saved.ts';
import { isSaved, useSaved } from './saved-model.ts';
import './SaveHere.css';

export interface SaveHereProps {
  /** What the page is about. */
  readonly scope: SavedScope;
}

/** The way to save what the page shows; says so when it is saved. */
export default function SaveHere(props: SaveHereProps): JSX.Element {
  const saved = useSaved();
  createEffect(() => saved?.setHere(props.scope));
  onCleanup(() => saved?.setHere(undefined));
  return (
    <Show when={saved}>
      {(model) => (
        <p class="save-here">
          <button class="text-button" type="button" onClick={() => model().setOpen(true)}>
            {isSaved(model().state(), props.scope) ? savedStrings.saved : savedStrings.saveHere}
          </button>
        </p>
      )}
    </Show>
  );
}
