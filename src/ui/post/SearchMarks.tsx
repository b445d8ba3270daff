import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { MarkedRun } from '../../content/model/library.ts';
import { createMarker } from '../../search/words/mark-text.ts';
import { useApp } from '../frame/app-context.ts';
import { canMark, findMarked, markRanges, unmark } from './mark-words.ts';
import { strings } from '../words/strings.ts';

export interface SearchMarksProps {
  /** What was searched for. */
  readonly words: string;
  readonly body: HTMLElement;
  /** The marks are taken away, and the button that had focus with them. */
  readonly onRemove: () => void;
}

type Mark = (text: string) => readonly MarkedRun[];

/** Lights in a post what a search has found in it, with a button that takes the marks away. */
export default function SearchMarks(props: SearchMarksProps): JSX.Element {
  const app = useApp();
  const navigate = useNavigate();
  const [mark, setMark] = createSignal<Mark>();
  createEffect(() => {
    const words = props.words;
    let isOver = false;
    onCleanup(() => (isOver = true));
    const use = (next: Mark): void => void (isOver || setMark(() => next));
    // Without the index the words are lit as they were typed, and no other forms of them.
    app.library.openMarker(words).then(use, () => use(createMarker(words)));
  });
  const ranges = createMemo((): readonly Range[] => {
    const light = mark();
    return light === undefined || !canMark() ? [] : findMarked(props.body, light);
  });
  createEffect(() => markRanges(ranges()));
  onCleanup(unmark);
  const remove = (): void => {
    props.onRemove();
    navigate(location.pathname + location.hash, { replace: true, resolve: false, scroll: false });
  };
  return (
    <Show when={ranges().length > 0}>
      <p>
        <button class="text-button" type="button" onClick={remove}>
          {strings.unmark}
        </button>
      </p>
    </Show>
  );
}
