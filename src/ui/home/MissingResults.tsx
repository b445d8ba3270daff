import { type JSX, onMount } from 'solid-js';
import { PageNote } from '../list/PageNote.tsx';
import { RetryAction } from '../list/RetryAction.tsx';
import { loadWholeOnce } from '../move/load-once.ts';
import { strings } from '../words/strings.ts';

/** The address follows what is typed within this time. */
const followMs = 400;

/** A note in place of results whose code did not come. After a deploy the whole page, loaded once, has it. */
export function MissingResults(): JSX.Element {
  onMount(() => setTimeout(() => void loadWholeOnce(location.href), followMs));
  return (
    <PageNote title={strings.failedList}>
      <p>{strings.partMissing}</p>
      <RetryAction action="reload" />
    </PageNote>
  );
}
