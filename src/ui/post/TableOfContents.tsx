import { createEffect, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { Heading } from '../../content/model/post.ts';
import { strings } from '../words/strings.ts';
import './TableOfContents.css';

export interface TableOfContentsProps {
  readonly headings: readonly Heading[];
  /** What the post says of it: `false` for none, `true` for one with any headings. */
  readonly wish: boolean | undefined;
  /** The body the headings are in, once it is there. */
  readonly body: HTMLElement | undefined;
}

/** Fewer headings than this need no contents. */
const fewestHeadings = 3;

/** The headings of a post as links, twice: in the margin, and folded above the text where there is none. */
export function TableOfContents(props: TableOfContentsProps): JSX.Element {
  const headings = (): readonly Heading[] =>
    props.wish === false ? [] : props.headings.filter((heading) => heading.level <= 3);
  const [current, setCurrent] = createSignal<string>();
  createEffect(() => props.body && watchHeadings(props.body, headings(), setCurrent));
  const list = (): JSX.Element => (
    <ol>
      <For each={headings()}>
        {(heading) => (
          <li data-level={heading.level}>
            <a
              href={`#${heading.id}`}
              aria-current={heading.id === current() ? 'location' : undefined}
            >
              {heading.text}
            </a>
          </li>
        )}
      </For>
    </ol>
  );
  return (
    <Show when={headings().length >= (props.wish === true ? 1 : fewestHeadings)}>
      <nav class="table-of-contents" data-form="margin" aria-labelledby="contents">
        <h2 id="contents">{strings.contents}</h2>
        {list()}
      </nav>
      <nav class="table-of-contents" data-form="fold" aria-label={strings.contents}>
        <details>
          <summary>{strings.contents}</summary>
          {list()}
        </details>
      </nav>
    </Show>
  );
}

/** Tells the last heading above the first third of the window, whenever it changes. */
function watchHeadings(
  body: HTMLElement,
  headings: readonly Heading[],
  tell: (id: string | undefined) => void,
): void {
  const passed = new Set<string>();
  // A band from far above the page to the line: a heading is in it exactly when it was passed.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) passed.add(entry.target.id);
        else passed.delete(entry.target.id);
      }
      tell(headings.findLast((heading) => passed.has(heading.id))?.id);
    },
    { rootMargin: '1000000px 0px -66%' },
  );
  for (const heading of headings) {
    const element = body.querySelector(`#${CSS.escape(heading.id)}`);
    if (element !== null) observer.observe(element);
  }
  onCleanup(() => observer.disconnect());
}
