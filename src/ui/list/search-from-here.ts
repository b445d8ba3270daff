import { useNavigate } from '@solidjs/router';
import { type Accessor, createSignal } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { formatHomeState } from '../frame/home-state.ts';

/** A search field on a page that has no results of its own. */
export interface SearchFromHere {
  readonly typed: Accessor<string>;
  readonly type: (text: string) => void;
  /** Goes to the results on home. */
  readonly commit: () => void;
}

/** State for a search field that leads to home; it starts with `initial`, which is not searched for. */
export function useSearchFromHere(initial: Accessor<string>): SearchFromHere {
  const app = useApp();
  const navigate = useNavigate();
  const [typed, type] = createSignal<string>();
  const text = (): string => typed() ?? initial();
  return {
    typed: text,
    type,
    commit: () => {
      const path = formatHomeState({ text: text().trim(), keywords: [], pageNumber: 1 });
      navigate(app.href('/') + path.slice(1), { resolve: false });
    },
  };
}
