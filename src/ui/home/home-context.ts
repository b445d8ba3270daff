import { type Accessor, createContext, createMemo, useContext } from 'solid-js';
import type { Overview, SearchAnswer } from '../../content/model/library.ts';
import type { Keyword } from '../../content/model/post.ts';
import type { SearchProgress } from '../search/search-session.ts';
import type { HomeAddress } from './choice/home-address.ts';
import type { HomeChoice } from './choice/home-choice.ts';
import type { HomeList, HomeView } from './choice/home-list.ts';
import type { HomeMoves } from './choice/home-moves.ts';
import { describeStatus, type HomeStatus } from './home-status.ts';

/** The state of the home page from its start on. */
export interface HomeParts {
  readonly address: HomeAddress;
  readonly choice: HomeChoice;
  readonly list: HomeList;
  readonly moves: HomeMoves;
  /** The progress of the search; `undefined` until one has been answered. */
  readonly search: Accessor<SearchProgress | undefined>;
  readonly tellSearch: (progress: SearchProgress | undefined) => void;
  readonly prepareSearch: () => void;
  /** True if something is searched for. */
  readonly isSearch: () => boolean;
}

/** The state of the home page once its list is there: all that its components ask for. */
export interface Home extends HomeParts {
  readonly view: Accessor<HomeView>;
  readonly overview: Accessor<Overview>;
  readonly status: Accessor<HomeStatus>;
  /** The name of a keyword, also of a rare one that the overview does not have; its slug when nothing tells. */
  readonly nameOf: (slug: string) => string;
}

/** The context that gives the components of the home page its state. */
export const HomeContext = createContext<Home>();

/** The state of the home page around the component. Throws outside of it. */
export function useHome(): Home {
  const home = useContext(HomeContext);
  if (home === undefined) throw new Error('`useHome` was called outside of `HomePage`.');
  return home;
}

/** The state of the home page that shows `view`. */
export function createHome(parts: HomeParts, view: Accessor<HomeView>): Home {
  const { choice, search, isSearch } = parts;
  const nameOf = (slug: string): string => findName(slug, view(), search()?.answer) ?? slug;
  const overview = createMemo(() => view().overview);
  const status = createMemo(() =>
    describeStatus({
      view: view(),
      text: choice.text(),
      search: search(),
      keywords: isSearch() ? choice.keywords() : view().selected,
      nameOf,
    }),
  );
  return { ...parts, view, overview, status, nameOf };
}

function findName(
  slug: string,
  { known, posts }: HomeView,
  answer: SearchAnswer | undefined,
): string | undefined {
  const isWanted = (keyword: Keyword): boolean => keyword.slug === slug;
  const inList = known.find(isWanted) ?? posts.flatMap((post) => post.keywords).find(isWanted);
  if (inList !== undefined || answer === undefined) return inList?.name;
  return answer.hits.flatMap(({ post }) => post.keywords).find(isWanted)?.name;
}
