import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { isServer } from 'solid-js/web';
import { draftDesk } from '../../content/model/draft-desk.ts';
import type { DraftDesk } from '../../library/desk/open-desk.ts';
import { loadCode } from '../../library/net/load-code.ts';
import { createPageDescription, useApp } from '../frame/app-context.ts';
import { PageNote } from '../list/PageNote.tsx';
import { deskStrings, saidDraft } from '../words/strings-desk.ts';
import { createDeskModel } from './desk-state.ts';
import { DeskBar } from './DeskBar.tsx';
import { DraftPost } from './DraftPost.tsx';
import './DeskPage.css';

export interface DeskPageProps {
  /** In place of the browser's own desk, for tests. */
  readonly openDesk?: () => Promise<DraftDesk>;
}

/** The draft desk: files of the blogger's own device, shown as this blog would publish them. */
export default function DeskPage(props: DeskPageProps): JSX.Element {
  const app = useApp();
  createPageDescription(() => ({
    title: deskStrings.title,
    permalink: draftDesk,
    description: deskStrings.intro,
    isUnindexed: true,
  }));
  const openOwn = async (): Promise<DraftDesk> => {
    if (import.meta.env.SSR) throw new Error('The desk is opened in a browser.');
    const { openDesk } = await loadCode(() => import('../../library/desk/open-desk.ts'));
    return openDesk(app.site, app.base);
  };
  let desk: Promise<DraftDesk> | undefined;
  const model = createDeskModel({
    openDesk: () => (desk ??= (props.openDesk ?? openOwn)()),
    onShow: ({ view }) => app.announcer.say(saidDraft(view.card.title, view.problems.length)),
  });
  const [isOver, setOver] = createSignal(false);
  if (!isServer) {
    // All its code is loaded at once: later there may be no network.
    onMount(() => void model.choose(() => undefined));
    watchDrops(setOver, (transfer) => void model.choose((opened) => opened.takeDrop(transfer)));
  }
  const shown = () => {
    const now = model.state();
    return now.kind === 'shown' ? now.draft : undefined;
  };
  const failed = () => {
    const now = model.state();
    return now.kind === 'failed' ? now : undefined;
  };
  return (
    <div class="desk-page" data-over={isOver() ? '' : undefined}>
      <DeskBar model={model} desk={() => desk} />
      <Switch>
        <Match when={shown()}>
          {(draft) => (
            <DraftPost
              draft={draft()}
              hasFolder={model.chosen()?.isFolder === true}
              open={model.open}
            />
          )}
        </Match>
        <Match when={model.state().kind === 'no-drafts'}>
          <div class="frame">
            <PageNote title={deskStrings.noDrafts}>
              <p>{deskStrings.noDraftsHint}</p>
            </PageNote>
          </div>
        </Match>
        <Match when={failed()}>
          {(failure) => (
            <div class="frame">
              <Show
                when={failure().isFile}
                fallback={
                  <PageNote title={deskStrings.failed}>
                    <p>{deskStrings.needsScript}</p>
                  </PageNote>
                }
              >
                <PageNote title={deskStrings.unreadable}>
                  <p>{deskStrings.unreadableHint}</p>
                </PageNote>
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </div>
  );
}

/** Takes what is dropped anywhere on the page; the browser would open it instead. */
function watchDrops(
  setOver: (isOver: boolean) => void,
  take: (transfer: DataTransfer) => void,
): void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent): void => {
    // Out of the window.
    if (event.relatedTarget === null) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    take(event.dataTransfer);
  };
  onMount(() => {
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
  });
  onCleanup(() => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  });
}
