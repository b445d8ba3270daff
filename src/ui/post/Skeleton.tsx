import { For, type JSX } from 'solid-js';
import './Skeleton.css';

const bars = [1, 2, 3, 4, 5, 6];

/** Six still bars where text will come. */
export function Skeleton(): JSX.Element {
  return (
    <div class="skeleton" aria-hidden="true">
      <For each={bars}>{() => <span />}</For>
    </div>
  );
}
