import { For, type JSX, Show } from 'solid-js';
import type { DraftDesk } from '../../library/desk/open-desk.ts';
import { useApp } from '../frame/app-context.ts';
import { deskStrings } from '../words/strings-desk.ts';
import type { DeskModel } from './desk-state.ts';
import './DeskBar.css';

export interface DeskBarProps {
  readonly model: DeskModel;
  /** The desk, once something has asked for it. */
  readonly desk: () => Promise<DraftDesk> | undefined;
}

/** What is chosen, and the ways to choose: before anything is, with a sentence of what the page is for. */
export function DeskBar(props: DeskBarProps): JSX.Element {
  const app = useApp();
  let fileField: HTMLInputElement | undefined;
  let folderField: HTMLInputElement | undefined;
  /** Handles where the browser has them, for they follow the file; else a field for files. */
  const ask = (pick: 'pickFile' | 'pickFolder', field: HTMLInputElement | undefined): void => {
    void props.model.choose((desk) => {
      if (desk.canPick) return desk[pick]();
      field?.click();
      return undefined;
    });
  };
  const take = (field: HTMLInputElement): void => {
    const list = [...(field.files ?? [])];
    // So that choosing the same file again is a change.
    field.value = '';
    void props.model.choose((desk) => desk.takeFiles(list));
  };
  const readAgain = async (): Promise<void> => {
    await props.model.readAgain();
    app.announcer.say(deskStrings.read);
  };
  return (
    <section class="desk-bar" aria-label={deskStrings.title}>
      <div class="frame">
        <Show
          when={props.model.chosen()}
          fallback={
            <div class="masthead">
              <h1 tabindex="-1">{deskStrings.title}</h1>
              <p>{deskStrings.intro}</p>
            </div>
          }
        >
          {(chosen) => (
            <Chosen model={props.model} isLive={chosen().isLive} onReadAgain={readAgain} />
          )}
        </Show>
        <div class="actions">
          <button class="button" type="button" onClick={() => ask('pickFile', fileField)}>
            {deskStrings.file}
          </button>
          <button class="button" type="button" onClick={() => ask('pickFolder', folderField)}>
            {deskStrings.folder}
          </button>
          <input
            ref={(element) => (fileField = element)}
            type="file"
            accept=".md,.mdx,.markdown"
            aria-label={deskStrings.file}
            hidden
            onChange={(event) => take(event.currentTarget)}
          />
          <input
            ref={(element) => {
              folderField = element;
              element.setAttribute('webkitdirectory', '');
            }}
            type="file"
            aria-label={deskStrings.folder}
            hidden
            onChange={(event) => take(event.currentTarget)}
          />
        </div>
        <p class="privacy">{deskStrings.privacy}</p>
        <noscript>
          <p>{deskStrings.needsScript}</p>
        </noscript>
      </div>
    </section>
  );
}

/** The file that is shown among those that were chosen. */
function Chosen(props: {
  readonly model: DeskModel;
  readonly isLive: boolean;
  readonly onReadAgain: () => Promise<void>;
}): JSX.Element {
  return (
    <div class="chosen">
      <Show when={props.model.drafts().length > 0}>
        <label>
          {deskStrings.draft}{' '}
          <select
            value={props.model.path()}
            onChange={(event) => void props.model.select(event.currentTarget.value)}
          >
            <For each={props.model.drafts()}>
              {(path) => (
                <option value={path} selected={path === props.model.path()}>
                  {path}
                </option>
              )}
            </For>
          </select>
        </label>
        <button class="button" type="button" onClick={() => void props.onReadAgain()}>
          {deskStrings.readAgain}
        </button>
        <p>{props.isLive ? deskStrings.follows : deskStrings.isStill}</p>
      </Show>
    </div>
  );
}
