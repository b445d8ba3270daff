import { type JSX, Show } from 'solid-js';
import type { Draft } from '../../library/desk/read-draft.ts';
import { PageNote } from '../list/PageNote.tsx';
import { countedProblems, deskStrings } from '../words/strings-desk.ts';
import { DraftFacts } from './DraftFacts.tsx';
import { DraftProblems } from './DraftProblems.tsx';
import './DraftReport.css';

export interface DraftReportProps {
  readonly draft: Draft;
  /** Whether the files beside the draft were chosen too. */
  readonly hasFolder: boolean;
}

/** For the author alone: why a build leaves the draft out, its problems by line, how its settings were read. */
export function DraftReport(props: DraftReportProps): JSX.Element {
  return (
    <section class="draft-report frame" aria-label={deskStrings.facts}>
      <Show when={props.draft.hidden}>
        {(reason) => (
          <PageNote title={deskStrings.hidden}>
            <p>{reason()}</p>
          </PageNote>
        )}
      </Show>
      <Show when={props.draft.view.problems.length > 0} fallback={<p>{countedProblems(0)}</p>}>
        <details open>
          <summary>{countedProblems(props.draft.view.problems.length)}</summary>
          <DraftProblems problems={props.draft.view.problems} />
        </details>
      </Show>
      <Show when={!props.hasFolder}>
        <p>{deskStrings.lacksFolder}</p>
      </Show>
      <details>
        <summary>{deskStrings.facts}</summary>
        <DraftFacts draft={props.draft} />
      </details>
    </section>
  );
}
