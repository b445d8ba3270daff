import { type RouteSectionProps, useIsRouting, useLocation } from '@solidjs/router';
import {
  createEffect,
  createSignal,
  type JSX,
  lazy,
  Match,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js';
import { isServer } from 'solid-js/web';
import { PostFoot } from 'virtual:rubric/post-foot';
import { loadComments } from 'virtual:rubric/services';
import type { PostView } from '../../content/model/library.ts';
import { hrefToPermalink } from '../../content/site/permalink.ts';
import type { PostCard } from '../../content/model/post.ts';
import { createPageDescription, useApp } from '../frame/app-context.ts';
import { appPart, optionalPart } from '../frame/app-part.ts';
import { PostBody } from './PostBody.tsx';
import { PostFacts } from './PostFacts.tsx';
import { PostNeighbours } from './PostNeighbours.tsx';
import { RelatedPosts } from './RelatedPosts.tsx';
import { Skeleton } from './Skeleton.tsx';
import { TableOfContents } from './TableOfContents.tsx';
import { readDirection } from '../../content/text/direction.ts';
import { leaveFor } from '../move/leave-for.ts';
import { arriveLate, findTarget, focusQuietly } from '../move/target.ts';
import { createPost, type PostState } from './create-post.ts';
import { strings } from '../words/strings.ts';
import { readSlugWords } from '../frame/written-path.ts';
import './PostPage.css';

const NotFoundPage = lazy(appPart(() => import('../list/NotFoundPage.tsx')));
const PendingBody = lazy(appPart(() => import('./PendingBody.tsx')));
const SourceBody = lazy(appPart(() => import('./SourceBody.tsx')));
const loadEnhancing = appPart(() => import('./enhance-body.ts'));
const SearchMarks = optionalPart(() => import('./SearchMarks.tsx'));
const SaveHere = optionalPart(() => import('../saved/SaveHere.tsx'));
/** Nothing of it is there where the settings do not turn it on. */
const Comments = loadComments && optionalPart(loadComments);
const PostProblems = lazy(appPart(() => import('./PostProblems.tsx')));

/** A post or free page, or what is known of it until it has come. */
export default function PostPage(props: RouteSectionProps): JSX.Element {
  const app = useApp();
  // An address that does not decode is nobody's: no post has an empty permalink.
  const permalink = (): string => hrefToPermalink(props.location.pathname, app.base) ?? '';
  const [state, retry] = createPost(permalink);
  let wasPending = false;
  const view = (): PostView | undefined => {
    const now = state();
    return now?.kind === 'ready' ? now.view : undefined;
  };
  const pending = (): PendingState | undefined => {
    const now = state();
    return now?.kind === 'waiting' || now?.kind === 'failed' ? now : undefined;
  };
  return (
    <Switch>
      <Match when={state()?.kind === 'missing'}>
        <NotFoundPage />
      </Match>
      <Match when={state()?.kind === 'elsewhere'}>
        <Elsewhere permalink={permalink()} />
      </Match>
      <Match when={view()}>
        {(shown) => {
          const isLate = wasPending;
          wasPending = false;
          return <WholePost view={shown()} isLate={isLate} />;
        }}
      </Match>
      <Match when={pending()}>
        {(shown) => {
          wasPending = true;
          return <PendingPost state={shown()} onRetry={retry} />;
        }}
      </Match>
    </Switch>
  );
}

/** Where focus goes when the marks of a search are taken away: to what the address names. */
function leaveMarks(): void {
  focusQuietly(findTarget(location.hash) ?? document.querySelector<HTMLElement>('main h1'));
}

/** Leaves the app for the page that the server has at this address. */
function Elsewhere(props: { readonly permalink: string }): JSX.Element {
  const app = useApp();
  const isRouting = useIsRouting();
  const [isMissing, setMissing] = createSignal(false);
  // Not before the router has written the address: the move would have two entries in the history.
  createEffect(() => {
    if (!isRouting() && !leaveFor(app.href(props.permalink))) setMissing(true);
  });
  return (
    <Show when={!isMissing()} fallback={<NotFoundPage />}>
      <article class="post-page frame">
        <PostHead title={readSlugWords(props.permalink)} />
      </article>
    </Show>
  );
}

type PendingState = PostState & { readonly kind: 'waiting' | 'failed' };

/** What is known of a post from the list, until it has come. */
function PendingPost(props: {
  readonly state: PendingState;
  readonly onRetry: () => void;
}): JSX.Element {
  const app = useApp();
  const title = (): string =>
    app.library.findTitle(props.state.permalink) ??
    (readSlugWords(props.state.permalink) || strings.loading);
  createPageDescription(() => ({ title: title(), permalink: props.state.permalink }));
  return (
    <article class="post-page frame">
      <PostHead title={title()} />
      <div class="columns">
        <div class="margin">
          <Show when={props.state.card}>
            {(card) => <PostFacts card={card()} view={undefined} />}
          </Show>
        </div>
        <Suspense
          fallback={
            <div class="post-body text-column" data-early="">
              <Skeleton />
            </div>
          }
        >
          <PendingBody state={props.state} onRetry={() => props.onRetry()} />
        </Suspense>
      </div>
    </article>
  );
}

/** Characters of a title that would fill the screen of a phone. */
const longTitle = 70;

function PostHead(props: { readonly title: string }): JSX.Element {
  return (
    <div class="columns">
      <header class="post-head text-column">
        <h1
          class="p-name"
          tabindex="-1"
          dir="auto"
          data-long={props.title.length > longTitle ? '' : undefined}
        >
          {props.title}
        </h1>
      </header>
    </div>
  );
}

function WholePost(props: {
  readonly view: PostView;
  /** Whether the page was shown without its text before. */
  readonly isLate: boolean;
}): JSX.Element {
  const app = useApp();
  const [body, setBody] = createSignal<HTMLElement>();
  const location = useLocation();
  const words = (): string =>
    isServer ? '' : (new URLSearchParams(location.search).get('q') ?? '');
  const card = (): PostCard => props.view.card;
  const isPost = (): boolean => props.view.collection === 'posts' && props.view.isPage !== true;
  createPageDescription(() => ({
    title: card().title,
    permalink: card().permalink,
    description: props.view.description ?? card().summary,
    post: props.view,
  }));
  onMount(() => {
    if (props.isLate) arriveLate();
  });
  const ready = (element: HTMLElement): void => {
    setBody(element);
    if (element.querySelector('figure, table, pre, img, iframe, math, .remote') === null) return;
    // A post reads without its buttons.
    loadEnhancing().then(
      ({ enhanceBody }) => enhanceBody(element, app.announcer),
      () => undefined,
    );
  };
  return (
    <article
      class="post-page frame h-entry"
      lang={card().language}
      dir={readDirection(card().language)}
    >
      <PostHead title={card().title} />
      <div class="columns">
        <div class="margin">
          <Show when={isPost()}>
            <PostFacts card={card()} view={props.view} />
          </Show>
          <Show when={words() === '' ? undefined : body()}>
            {(marked) => <SearchMarks words={words()} body={marked()} onRemove={leaveMarks} />}
          </Show>
          <TableOfContents headings={props.view.headings} wish={props.view.toc} body={body()} />
        </div>
        <Show
          keyed
          when={props.view.body.kind === 'html' && props.view.body.html}
          fallback={<SourceBody body={props.view.body} />}
        >
          {(html) => <PostBody html={html} permalink={card().permalink} onReady={ready} />}
        </Show>
      </div>
      <div class="columns">
        <div class="after text-column">
          <Show when={props.view.problems.length > 0}>
            <PostProblems problems={props.view.problems} />
          </Show>
          <Show when={app.isReady()}>
            <SaveHere scope={{ kind: 'post', permalink: card().permalink, title: card().title }} />
          </Show>
          <PostNeighbours view={props.view} />
          <RelatedPosts id="mentioned" title={strings.mentioned} posts={props.view.backlinks} />
          <RelatedPosts id="related" title={strings.related} posts={props.view.related} />
          {PostFoot && isPost() && <PostFoot view={props.view} />}
          {Comments && isPost() && (
            <Comments permalink={card().permalink} title={card().title} summary={card().summary} />
          )}
        </div>
      </div>
    </article>
  );
}
