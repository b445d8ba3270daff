import { useNavigate } from '@solidjs/router';
import { createEffect, type JSX, onCleanup, Show } from 'solid-js';
import { findWords, markRanges, unmark } from '../mark-words.ts';
import { strings } from '../strings.ts';

export interface SearchMarksProps {
  /** What was searched for. */
  readonly words: string;
  readonly body: HTMLElement;
}

/** Lights the words of a search in a post, with a button that takes the marks away. */
export default function SearchMarks(props: SearchMarksProps): JSX.Element {
  const navigate = useNavigate();
  const ranges = (): readonly Range[] => findWords(props.body, props.words);
  createEffect(() => markRanges(ranges()));
  onCleanup(unmark);
  return (
    <Show when={ranges().length > 0}>
      <p>
        <button
          class="text-button"
          type="button"
          onClick={() =>
            navigate(location.pathname + location.hash, {
              replace: true,
              resolve: false,
              scroll: false,
            })
          }
        >
          {strings.unmark}
        </button>
      </p>
    </Show>
  );
}
