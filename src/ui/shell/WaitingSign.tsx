import type { JSX } from 'solid-js';
import { strings } from '../words/strings.ts';
import './WaitingSign.css';

/** The sign that a list is on its way. What is heard of it comes from the announcer. */
export default function WaitingSign(): JSX.Element {
  return (
    <p class="waiting-sign" aria-hidden="true">
      {strings.loadingList}
    </p>
  );
}
