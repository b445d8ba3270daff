import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { SearchHit, SearchPassage } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';

/** Passages that came after their hits. They live as long, so that Back finds every row as high as it was. */
const latePassages = new WeakMap<SearchHit, SearchPassage>();

/** The time that an answer must rest: with the next key other posts may be found. */
const restMs = 300;

/** The signals that {@link createLatePassage} follows. */
export interface LatePassageOptions {
  readonly hit: Accessor<SearchHit>;
  /** The words that the passage is looked for with; `undefined`: not yet, or not at all. */
  readonly words: Accessor<string | undefined>;
  /** The row that shows it. */
  readonly row: Accessor<Element | undefined>;
}

/** The passage of a result. One that came without is given its own once its row is in view. */
export function createLatePassage({
  hit,
  words,
  row,
}: LatePassageOptions): Accessor<SearchPassage> {
  const { library } = useApp();
  const [count, setCount] = createSignal(0);
  const load = async (wanted: SearchHit, text: string): Promise<void> => {
    try {
      latePassages.set(wanted, await library.loadPassage(text, wanted.post));
      setCount((before) => before + 1);
    } catch {
      // The post cannot be read now: its result stays without until it is found anew.
    }
  };
  createEffect(() => {
    const wanted = hit();
    const text = words();
    const element = row();
    const isThere = wanted.excerpt !== undefined || latePassages.has(wanted);
    if (isThere || text === undefined || element === undefined) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void load(wanted, text);
    });
    const rest = setTimeout(() => observer.observe(element), restMs);
    onCleanup(() => {
      clearTimeout(rest);
      observer.disconnect();
    });
  });
  const passage = createMemo(on([hit, count], ([shown]) => latePassages.get(shown) ?? shown));
  return passage;
}
