import { type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { useApp } from '../../frame/app-context.ts';
import { formatHomeState, type HomeState, parseHomeState } from '../../frame/home-state.ts';
import { ownFocus } from '../../move/navigation.ts';

/** The address of the home page, read and written as a state. */
export interface HomeAddress {
  /** The state that the address says. */
  readonly committed: Accessor<HomeState>;
  readonly hrefOf: (state: HomeState) => string;
  /** Writes `next` into the address: as an entry of its own in the history, or in place of the one that is there. */
  readonly go: (next: HomeState, isReplacing?: boolean) => void;
}

/** The address around the page that `props` were given to. */
export function createHomeAddress(props: RouteSectionProps): HomeAddress {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const hrefOf = (state: HomeState): string => app.href('/') + formatHomeState(state).slice(1);
  const committed = createMemo(() => parseHomeState(location.search, props.params['pageNumber']));
  return {
    committed,
    hrefOf,
    go(next, isReplacing = false) {
      const href = hrefOf(next);
      navigate(href, {
        resolve: false,
        scroll: false,
        replace: isReplacing || href === location.pathname + location.search,
        // A new object: the router drops a move to where it is with the state it has.
        state: { ...ownFocus },
      });
    },
  };
}
