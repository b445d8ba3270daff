import { For, type JSX, onCleanup, onMount } from 'solid-js';
import { readSingleKeys, writeSingleKeys } from './shortcuts.ts';
import { strings } from '../words/strings.ts';
import { shortcutRows, shortcutStrings } from '../words/strings-shortcuts.ts';
import './ShortcutsDialog.css';

export interface ShortcutsDialogProps {
  readonly onClose: () => void;
}

/** The keys of the reader, and whether single letters count. */
export default function ShortcutsDialog(props: ShortcutsDialogProps): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const opener = document.activeElement;
  onMount(() => dialog?.showModal());
  onCleanup(() => opener instanceof HTMLElement && opener.focus({ preventScroll: true }));
  return (
    <dialog
      class="shortcuts-dialog"
      aria-labelledby="shortcuts"
      ref={(element) => (dialog = element)}
      onClose={() => props.onClose()}
      onClick={(event) => event.target === dialog && dialog.close()}
    >
      <div>
        <header>
          <h2 id="shortcuts">{strings.shortcuts}</h2>
          <button class="button" type="button" onClick={() => dialog?.close()}>
            {shortcutStrings.close}
          </button>
        </header>
        <table>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{shortcutStrings.key}</th>
              <th scope="col">{shortcutStrings.action}</th>
            </tr>
          </thead>
          <tbody>
            <For each={shortcutRows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <For each={row.keys}>
                      {(key, at) => (
                        <>
                          {at() > 0 ? ' ' : ''}
                          <kbd>{key}</kbd>
                        </>
                      )}
                    </For>
                  </th>
                  <td>{shortcutStrings[row.action]}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <label>
          <input
            type="checkbox"
            checked={readSingleKeys()}
            onChange={(event) => writeSingleKeys(event.currentTarget.checked)}
          />
          {shortcutStrings.singleKeys}
        </label>
      </div>
    </dialog>
  );
}
