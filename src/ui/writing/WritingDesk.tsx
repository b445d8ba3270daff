import { For, Show, createEffect, createSignal, type JSX } from 'solid-js';
import type { WritingProblem, WritingState } from '../../content/model/writing-state.ts';
import './WritingDesk.css';

export interface WritingDeskProps {
  readonly state: WritingState;
  /** Opens the blogger's editor at a place: `/blog/posts/a.md:3:8`. */
  readonly onOpen: (place: string) => void;
}

/**
 * Everything that is wrong with the blog, in a corner of the page while one writes. It is folded and in nobody's way, but for
 * errors: without them being put right, what is saved does not show. No part of a published blog.
 */
export function WritingDesk(props: WritingDeskProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  const hasErrors = (): boolean =>
    props.state.problems.some(({ severity }) => severity === 'error');
  createEffect(() => {
    if (hasErrors()) setOpen(true);
  });
  return (
    <Show when={props.state.problems.length > 0}>
      <details
        class="writing-desk"
        open={isOpen()}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary data-severity={props.state.problems[0]?.severity}>
          {describeCount(props.state.problems)}
        </summary>
        <ul>
          <For each={props.state.problems}>
            {(problem) => <Item problem={problem} onOpen={props.onOpen} />}
          </For>
        </ul>
      </details>
    </Show>
  );
}

function Item(props: {
  readonly problem: WritingProblem;
  readonly onOpen: (place: string) => void;
}): JSX.Element {
  const name = (): string =>
    [props.problem.file, props.problem.line, props.problem.column]
      .filter((part) => part !== undefined)
      .join(':');
  return (
    <li data-severity={props.problem.severity}>
      <Show when={props.problem.place} fallback={<code>{name()}</code>}>
        {(place) => (
          <button type="button" title="Open in the editor" onClick={() => props.onOpen(place())}>
            {name()}
          </button>
        )}
      </Show>
      <p>
        {withoutMarks(props.problem.message)} {withoutMarks(props.problem.remedy ?? '')}
      </p>
      <Show when={props.problem.frame}>{(frame) => <pre tabindex="0">{frame()}</pre>}</Show>
    </li>
  );
}

/** `2 problems · 1 note` */
function describeCount(problems: readonly WritingProblem[]): string {
  const notes = problems.filter(({ severity }) => severity === 'info').length;
  const parts = [formatCount(problems.length - notes, 'problem'), formatCount(notes, 'note')];
  return parts.filter((part) => part !== '').join(' · ');
}

function formatCount(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** Messages put names between backticks, as a terminal shows them. */
function withoutMarks(message: string): string {
  return message.replaceAll('`', '');
}
