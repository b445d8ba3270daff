import { For, type JSX, Show } from 'solid-js';
import type { Draft } from '../../library/desk/read-draft.ts';
import { useApp } from '../frame/app-context.ts';
import { formatDay } from '../words/format-day.ts';
import { deskStrings } from '../words/strings-desk.ts';

export interface DraftFactsProps {
  readonly draft: Draft;
}

/** What the front matter of a draft was read as: its address, dates, keywords. */
export function DraftFacts(props: DraftFactsProps): JSX.Element {
  const app = useApp();
  const rows = (): readonly { readonly name: string; readonly value: string | undefined }[] => {
    const { view, aliases } = props.draft;
    const day = (written: string | undefined): string | undefined =>
      written === undefined ? undefined : formatDay(written, app.site.language, 'long');
    const keywords = view.card.keywords.map(({ name }) => name).join(', ');
    return [
      { name: deskStrings.address, value: view.card.permalink },
      { name: deskStrings.date, value: day(view.card.day) ?? deskStrings.noDate },
      { name: deskStrings.updated, value: day(view.updated?.day) },
      { name: deskStrings.keywords, value: keywords || deskStrings.noKeywords },
      { name: deskStrings.author, value: view.author ?? app.site.author },
      { name: deskStrings.language, value: view.card.language ?? app.site.language },
      { name: deskStrings.description, value: view.description ?? view.card.summary },
      { name: deskStrings.aliases, value: aliases.join(', ') },
    ];
  };
  return (
    <dl class="draft-facts">
      <For each={rows()}>
        {(row) => (
          <Show when={row.value}>
            {(value) => (
              <div>
                <dt>{row.name}</dt>
                <dd dir="auto">{value()}</dd>
              </div>
            )}
          </Show>
        )}
      </For>
    </dl>
  );
}
