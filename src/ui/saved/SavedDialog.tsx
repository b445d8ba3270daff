import { createResource, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { keyOfScope } from '../../content/model/saved.ts';
import type { SavedItem, SavedScope, SaveOffer } from '../../content/model/saved.ts';
import { useApp } from '../frame/app-context.ts';
import { postsAbout } from '../words/strings.ts';
import {
  formatPart,
  formatSize,
  removeNamed,
  savedFacts,
  savedNamed,
  savedStrings,
  saveNamed,
  savingPart,
} from './strings-saved.ts';
import { isSaved, type SavedModel } from './saved-model.ts';
import './SavedDialog.css';

export interface SavedDialogProps {
  readonly saved: SavedModel;
  readonly onClose: () => void;
}

/** What may be saved of the page and the blog, and what is saved on this device. */
export function SavedDialog(props: SavedDialogProps): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const opener = document.activeElement;
  onMount(() => dialog?.showModal());
  onCleanup(() => opener instanceof HTMLElement && opener.focus({ preventScroll: true }));
  const offers = (): readonly SavedScope[] => {
    const here = props.saved.here();
    return [...(here === undefined ? [] : [here]), { kind: 'blog' } as const];
  };
  const items = (): readonly SavedItem[] => props.saved.state()?.items ?? [];
  return (
    <dialog
      class="saved-dialog"
      aria-labelledby="read-offline"
      ref={(element) => (dialog = element)}
      onClose={() => props.onClose()}
      onClick={(event) => event.target === dialog && dialog.close()}
    >
      <div>
        <header>
          <h2 id="read-offline">{savedStrings.title}</h2>
          <button class="button" type="button" onClick={() => dialog?.close()}>
            {savedStrings.close}
          </button>
        </header>
        <p>{savedStrings.about}</p>
        <ul>
          <For each={offers()}>
            {(scope) => (
              <Show when={isShown(props.saved, scope)}>
                <OfferRow scope={scope} saved={props.saved} />
              </Show>
            )}
          </For>
        </ul>
        <Show when={items().length > 0}>
          <SavedItems items={items()} saved={props.saved} onLeave={() => dialog?.close()} />
        </Show>
        <p role="status">{describeOutcome(props.saved)}</p>
      </div>
    </dialog>
  );
}

/** While it is being saved it is among what is saved already, and its progress here. */
function isShown(saved: SavedModel, scope: SavedScope): boolean {
  return saved.saving()?.key === keyOfScope(scope) || !isSaved(saved.state(), scope);
}

function describeOutcome(saved: SavedModel): string {
  const outcome = saved.outcome();
  if (outcome === undefined) return '';
  switch (outcome.failure) {
    case undefined:
      return savedNamed(nameScope(outcome.scope));
    case 'full':
      return savedStrings.full;
    case 'refused':
      return savedStrings.refused;
    case 'offline':
      return savedStrings.offline;
    default:
      return savedStrings.failed;
  }
}

function nameScope(scope: SavedScope): string {
  switch (scope.kind) {
    case 'post':
      return scope.title;
    case 'keyword':
      return postsAbout(scope.name);
    case 'blog':
      return savedStrings.wholeBlog;
    default:
      return scope satisfies never;
  }
}

/** What could be saved, with what it weighs, or how far it has come. */
function OfferRow(props: { readonly scope: SavedScope; readonly saved: SavedModel }): JSX.Element {
  const name = (): string =>
    props.scope.kind === 'post' ? savedStrings.thisPost : nameScope(props.scope);
  const [offer] = createResource(
    () => ({ scope: props.scope, open: props.saved.open }),
    ({ scope, open }): Promise<SaveOffer | 'gone' | 'offline'> =>
      open()
        .then(async (saved) => (await saved.offer(scope)) ?? 'gone')
        .catch(() => 'offline'),
  );
  const found = (): SaveOffer | undefined => {
    const now = offer();
    return typeof now === 'object' ? now : undefined;
  };
  const facts = (): string => {
    const now = offer();
    if (now === undefined) return savedStrings.measuring;
    if (now === 'gone') return savedStrings.isGone;
    if (now === 'offline') return savedStrings.offline;
    return savedFacts(props.scope.kind === 'post' ? 0 : now.count, formatSize(now.sizeBytes));
  };
  const part = (): number | undefined => {
    const saving = props.saved.saving();
    return saving?.key === keyOfScope(props.scope) ? saving.part : undefined;
  };
  return (
    <li>
      <span>
        {name()}
        <small>{part() === undefined ? facts() : savingPart(formatPart(part() ?? 0))}</small>
      </span>
      <Show
        when={part() !== undefined}
        fallback={
          <button
            class="button"
            type="button"
            aria-label={saveNamed(name())}
            disabled={found() === undefined || props.saved.saving() !== undefined}
            onClick={() => void props.saved.save(props.scope)}
          >
            {savedStrings.save}
          </button>
        }
      >
        <button class="button" type="button" onClick={() => props.saved.cancel()}>
          {savedStrings.cancel}
        </button>
        <progress max="1" value={part()} aria-label={name()} />
      </Show>
    </li>
  );
}

/** All that is saved: links to it, what it weighs, and ways to remove it. */
function SavedItems(props: {
  readonly items: readonly SavedItem[];
  readonly saved: SavedModel;
  readonly onLeave: () => void;
}): JSX.Element {
  const app = useApp();
  const isSaving = (item: SavedItem): boolean =>
    props.saved.saving()?.key === keyOfScope(item.scope);
  const total = (): string => formatSize(props.saved.state()?.sizeBytes ?? 0);
  const hrefOf = (scope: SavedScope): string => {
    if (scope.kind === 'post') return app.href(scope.permalink);
    return app.href(scope.kind === 'keyword' ? `/keywords/${scope.slug}/` : '/');
  };
  return (
    <section aria-labelledby="saved-here">
      <h3 id="saved-here">
        {savedStrings.saved} <small>{total()}</small>
      </h3>
      <ul>
        <For each={props.items.filter((item) => !isSaving(item))}>
          {(item) => (
            <li>
              <span>
                <a href={hrefOf(item.scope)} dir="auto" onClick={() => props.onLeave()}>
                  {nameScope(item.scope)}
                </a>
                <small>
                  {savedFacts(
                    item.scope.kind === 'post' ? 0 : item.count,
                    formatSize(item.sizeBytes),
                  )}
                </small>
              </span>
              <button
                class="text-button"
                type="button"
                aria-label={removeNamed(nameScope(item.scope))}
                onClick={() => void props.saved.remove(item.scope).catch(() => undefined)}
              >
                {savedStrings.remove}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.items.length > 1}>
        <button
          class="text-button"
          type="button"
          onClick={() => void props.saved.removeAll().catch(() => undefined)}
        >
          {savedStrings.removeAll}
        </button>
      </Show>
    </section>
  );
}
