import { For, type JSX, Show } from 'solid-js';
import type { ShownProblem } from '../../content/model/problem.ts';
import { deskStrings, lineOf } from '../words/strings-desk.ts';

export interface DraftProblemsProps {
  readonly problems: readonly ShownProblem[];
}

/** What is wrong with a draft, by line, with the line itself where it is known. */
export function DraftProblems(props: DraftProblemsProps): JSX.Element {
  return (
    <ol class="draft-problems" aria-label={deskStrings.problems}>
      <For each={props.problems}>
        {(problem) => (
          <li data-severity={problem.severity}>
            <p>
              <Show when={problem.line}>{(line) => <b>{lineOf(line(), problem.column)}</b>}</Show>{' '}
              <Coded text={`${problem.message} ${problem.remedy ?? ''}`} />
            </p>
            <Show when={problem.frame}>
              {(frame) => (
                <pre tabindex="0" role="region" aria-label={lineOf(problem.line ?? 1, undefined)}>
                  {frame()}
                </pre>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

/** A message, its names and values, which stand in backticks, as code. */
function Coded(props: { readonly text: string }): JSX.Element {
  return (
    <For each={props.text.trim().split('`')}>
      {(part, at) => (
        <Show when={at() % 2 === 1} fallback={part}>
          {<code>{part}</code>}
        </Show>
      )}
    </For>
  );
}
