import type { JSX } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { searchPosts, strings } from '../words/strings.ts';
import { SearchIcon } from './SearchIcon.tsx';
import './SearchField.css';

export interface SearchFieldProps {
  /** The text in the field. */
  readonly value: string;
  /** Posts in the blog, for the placeholder. */
  readonly total: number;
  readonly onInput: (text: string) => void;
  /** Enter: the words are meant. */
  readonly onCommit?: () => void;
  /** The field got focus: a search is near. */
  readonly onFocus?: () => void;
  /** Keys that lead out of the field. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** The search field: a plain form that works without the script too. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const app = useApp();
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    props.onCommit?.();
    // A touch keyboard closes when the field has lost focus; with keys the caret stays.
    if (matchMedia('(pointer: coarse)').matches) event.currentTarget.querySelector('input')?.blur();
  };
  return (
    <search>
      <form class="search-field" role="search" action={app.href('/')} onSubmit={submit}>
        <SearchIcon />
        <label class="visually-hidden" for="q">
          {strings.searchLabel}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          placeholder={searchPosts(props.total)}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-describedby="q-hint"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onFocus={() => props.onFocus?.()}
          onKeyDown={(event) => props.onKeyDown?.(event)}
        />
        <kbd aria-hidden="true">{props.value === '' ? '/' : 'Esc'}</kbd>
      </form>
      <p class="visually-hidden" id="q-hint">
        {strings.searchHint}
      </p>
    </search>
  );
}
