import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import { draftDesk } from '../../content/model/draft-desk.ts';
import { hrefToPermalink } from '../../content/site/permalink.ts';
import type { Draft } from '../../library/desk/read-draft.ts';
import { useApp } from '../frame/app-context.ts';
import { rarePart } from '../frame/app-part.ts';
import { PostBody } from '../post/PostBody.tsx';
import { PostFacts } from '../post/PostFacts.tsx';
import { TableOfContents } from '../post/TableOfContents.tsx';
import { readDirection } from '../../content/text/direction.ts';
import { deskStrings } from '../words/strings-desk.ts';
import { DraftReport } from './DraftReport.tsx';
import '../post/PostPage.css';

// As on the pages of posts: files of their own, which only some texts take.
const SourceBody = lazy(rarePart(() => import('../post/SourceBody.tsx')));
const loadEnhancing = rarePart(() => import('../post/enhance-body.ts'));

export interface DraftPostProps {
  readonly draft: Draft;
  readonly hasFolder: boolean;
  /** Opens another chosen draft by its place in the blog. Gives back whether it was chosen. */
  readonly open: (place: string) => Promise<boolean>;
}

/** A draft: what its author wants to know, then the post as readers would see it. */
export function DraftPost(props: DraftPostProps): JSX.Element {
  const app = useApp();
  const [body, setBody] = createSignal<HTMLElement>();
  const view = () => props.draft.view;
  const card = () => view().card;
  const ready = (element: HTMLElement): void => {
    setBody(element);
    // A post reads without its buttons.
    loadEnhancing().then(
      ({ enhanceBody }) => enhanceBody(element, app.announcer),
      () => undefined,
    );
  };
  /** A link to another draft of the folder opens it here; nothing is published there. */
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    const permalink = hrefToPermalink(new URL(link.href).pathname, app.base);
    if (permalink?.startsWith(draftDesk) !== true || permalink === draftDesk) return;
    event.preventDefault();
    void openOrSay(permalink.slice(draftDesk.length).replace(/\/$/, ''));
  };
  const openOrSay = async (place: string): Promise<void> => {
    if (!(await props.open(place))) app.announcer.say(deskStrings.lacksFolder);
  };
  return (
    <>
      <DraftReport draft={props.draft} hasFolder={props.hasFolder} />
      <article
        class="post-page frame"
        lang={card().language}
        dir={readDirection(card().language)}
        onClick={follow}
      >
        <div class="columns">
          <header class="post-head text-column">
            <h1 tabindex="-1" dir="auto">
              {card().title}
            </h1>
          </header>
        </div>
        <div class="columns">
          <div class="margin">
            <Show when={view().collection === 'posts'}>
              <PostFacts card={card()} view={view()} />
            </Show>
            <TableOfContents headings={view().headings} wish={view().toc} body={body()} />
          </div>
          <Show
            keyed
            when={bodyHtml(props.draft)}
            fallback={
              <Suspense>
                <SourceBody body={view().body} />
              </Suspense>
            }
          >
            {(html) => <PostBody html={html} permalink={card().permalink} onReady={ready} />}
          </Show>
        </div>
      </article>
    </>
  );
}

function bodyHtml({ view }: Draft) {
  return view.body.kind === 'html' ? view.body.html : undefined;
}
