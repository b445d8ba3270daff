import { type JSX, type ParentProps, Show } from 'solid-js';
import './StatusLine.css';

export interface StatusLineProps extends ParentProps {
  /** A sentence such as "3 posts about rust". */
  readonly text: string;
  /** Words of the button that clears the selection; `undefined`: nothing to clear. */
  readonly clear: string | undefined;
  readonly onClear: () => void;
}

/** A line that says how many posts are shown, with a button that clears the selection, and further ones. */
export function StatusLine(props: StatusLineProps): JSX.Element {
  return (
    <div class="status-line">
      <p>{props.text}</p>
      <Show when={props.clear}>
        {(label) => (
          <button class="text-button" type="button" onClick={() => props.onClear()}>
            {label()}
          </button>
        )}
      </Show>
      {props.children}
    </div>
  );
}
