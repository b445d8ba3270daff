import type { JSX } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { loadWholeWhenThere } from '../move/load-once.ts';
import { strings } from '../words/strings.ts';

export interface RetryActionProps {
  /** Asking again, or loading the page anew, which is done only if the server has it. */
  readonly action: 'retry' | 'reload';
  readonly onRetry?: (() => void) | undefined;
}

/** The one button under a note. */
export function RetryAction(props: RetryActionProps): JSX.Element {
  const app = useApp();
  const reload = async (): Promise<void> => {
    if (!(await loadWholeWhenThere(location.href))) app.announcer.say(strings.interrupted);
  };
  const act = (): void => (props.action === 'reload' ? void reload() : props.onRetry?.());
  return (
    <p>
      <button class="button" type="button" onClick={act}>
        {props.action === 'reload' ? strings.reload : strings.tryAgain}
      </button>
    </p>
  );
}
