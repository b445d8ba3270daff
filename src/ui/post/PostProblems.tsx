import { For, type JSX, Show } from 'solid-js';
import type { ShownProblem } from '../../content/model/problem.ts';
import { strings } from '../words/strings.ts';
import { PageNote } from '../list/PageNote.tsx';

export interface PostProblemsProps {
  readonly problems: readonly ShownProblem[];
}

/** What was wrong with the post's file, and where. In development only: a published blog has none to show. */
export default function PostProblems(props: PostProblemsProps): JSX.Element {
  return (
    <PageNote title={strings.problems}>
      <For each={props.problems}>
        {(problem) => (
          <div>
            <p>
              <code>
                {[problem.file, problem.line, problem.column]
                  .filter((part) => part !== undefined)
                  .join(':')}
              </code>{' '}
              {problem.message} {problem.remedy}
            </p>
            <Show when={problem.frame}>
              {(frame) => (
                <pre tabindex="0" role="region" aria-label={problem.file}>
                  {frame()}
                </pre>
              )}
            </Show>
          </div>
        )}
      </For>
    </PageNote>
  );
}
