import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { askStateEvent, stateEvent } from '../../content/model/writing-state.ts';
import type { WritingState } from '../../content/model/writing-state.ts';
import { formatMarks } from './mark-unpublished.ts';
import { WritingDesk } from './WritingDesk.tsx';

/** The part of Vite's connection to its server that is used here. */
interface Connection {
  on(event: string, receive: (state: WritingState) => void): void;
  send(event: string): void;
}

/**
 * Shows to the one who writes what the development server tells: problems in a corner, a mark at posts that readers do not
 * get. Its elements lie beside those of the app, which it leaves alone.
 */
export function startWriting(connection: Connection, base: string): void {
  const [state, setState] = createSignal<WritingState>({ problems: [], unpublished: [] });
  const marks = new CSSStyleSheet();
  document.adoptedStyleSheets.push(marks);
  connection.on(stateEvent, (next) => {
    setState(next);
    marks.replaceSync(formatMarks(next.unpublished));
  });
  connection.send(askStateEvent);
  const host = document.createElement('div');
  document.body.append(host);
  const open = (place: string): void => {
    // Vite starts the editor that runs, or the one that `LAUNCH_EDITOR` names.
    void fetch(`${base}__open-in-editor?file=${encodeURIComponent(place)}`);
  };
  render(() => <WritingDesk state={state()} onOpen={open} />, host);
}
