import {
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import type { CommentService } from '../../content/settings/services.ts';
import { useApp } from '../frame/app-context.ts';
import { findShownTheme } from '../frame/stored-theme.ts';
import { pageLanguage } from '../words/page-words.ts';
import {
  type FrameNews,
  formatFrameUrl,
  formatThemeMessage,
  formatThreadsUrl,
  readFrameNews,
} from './comment-frame.ts';
import { forgetSession, readSession, takeReturn } from './comment-session.ts';
import { commentsFrom, commentStrings } from './strings-comments.ts';
import './Comments.css';

export interface CommentsProps {
  readonly permalink: string;
  readonly title: string;
  readonly summary: string;
}

/** The way to the comments on a post: nothing is asked of another site before the reader wants to see them. */
export default function Comments(props: CommentsProps): JSX.Element {
  const app = useApp();
  return (
    <Show when={app.site.comments}>
      {(comments) => (
        <section class="comments" aria-labelledby="comments">
          <h2 id="comments">{commentStrings.title}</h2>
          {/* Another post, other comments. */}
          <Show keyed when={props.permalink}>
            <Thread {...props} comments={comments()} />
          </Show>
        </section>
      )}
    </Show>
  );
}

interface ThreadProps extends CommentsProps {
  readonly comments: CommentService;
}

function Thread(props: ThreadProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  onMount(() => setOpen(takeReturn(props.comments.service)));
  return (
    <Show
      when={isOpen()}
      fallback={<Offer url={props.comments.url} onOpen={() => setOpen(true)} />}
    >
      <Frame {...props} />
    </Show>
  );
}

function Offer(props: { readonly url: string; readonly onOpen: () => void }): JSX.Element {
  return (
    <p>
      <button class="text-button" type="button" onClick={() => props.onOpen()}>
        {commentStrings.show}
      </button>
      <span>{commentsFrom(new URL(props.url).host)}</span>
    </p>
  );
}

/** A frame that has told nothing after this long has most likely not come. */
const lateMs = 10_000;

function Frame(props: ThreadProps): JSX.Element {
  const app = useApp();
  const [isLate, setLate] = createSignal(false);
  const [heightPx, setHeight] = createSignal<number>();
  const [isSignedOut, setSignedOut] = createSignal(false);
  const address = createMemo(() =>
    formatFrameUrl(props.comments, {
      url: location.origin + app.href(props.permalink),
      pageTitle: document.title,
      title: props.title,
      summary: props.summary,
      language: pageLanguage(),
      theme: findShownTheme(),
      session: isSignedOut() ? '' : readSession(props.comments.service),
    }),
  );
  const late = setTimeout(() => setLate(true), lateMs);
  onCleanup(() => clearTimeout(late));
  const hear = (news: FrameNews): void => {
    clearTimeout(late);
    setLate(false);
    if (news.kind === 'height') setHeight(news.heightPx);
    else setSignedOut(true);
  };
  const watch = (frame: HTMLIFrameElement): void => {
    onCleanup(watchFrame(frame, props.comments, hear));
    onMount(() => frame.focus({ preventScroll: true }));
  };
  createEffect(() => isSignedOut() && forgetSession(props.comments.service));
  return (
    <>
      <Show when={isLate()}>
        <p>
          <span>{commentStrings.late}</span>
          <a href={formatThreadsUrl(props.comments)}>{commentStrings.elsewhere}</a>
        </p>
      </Show>
      <iframe
        ref={(frame) => watch(frame)}
        title={commentStrings.title}
        data-service={props.comments.service}
        src={address()}
        style={{ 'block-size': heightPx() === undefined ? undefined : `${heightPx()}px` }}
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
      />
    </>
  );
}

/** Listens to what `frame` tells, has it follow the reader's theme, and gives back what ends both. */
function watchFrame(
  frame: HTMLIFrameElement,
  comments: CommentService,
  onNews: (news: FrameNews) => void,
): () => void {
  const { origin } = new URL(comments.url);
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    const news = readFrameNews(event.data);
    if (news !== undefined) onNews(news);
  };
  addEventListener('message', listen);
  const theme = new MutationObserver(() => {
    frame.contentWindow?.postMessage(formatThemeMessage(comments, findShownTheme()), origin);
  });
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    removeEventListener('message', listen);
    theme.disconnect();
  };
}
