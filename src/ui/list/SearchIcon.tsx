import type { JSX } from 'solid-js';

/** A magnifying glass, for the eye only. */
export function SearchIcon(): JSX.Element {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      aria-hidden="true"
    >
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m13 13 4.5 4.5" stroke-linecap="round" />
    </svg>
  );
}
