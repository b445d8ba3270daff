import type { JSX } from 'solid-js';
import './PageNote.css';

export interface PageNoteProps {
  readonly title: string;
  /** One sentence, then at most one action. */
  readonly children: JSX.Element;
}

/** A note in place of what could not be shown: a heading, one sentence, one action. */
export function PageNote(props: PageNoteProps): JSX.Element {
  return (
    <div class="page-note">
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}
