import { For, type JSX, Show } from 'solid-js';
import type { PostView } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { useApp } from '../frame/app-context.ts';
import { formatDay } from '../words/format-day.ts';
import { pageLanguage } from '../words/page-words.ts';
import { minutesLong, partOf, updatedOn } from '../words/strings.ts';
import './PostFacts.css';
import { PostMeta } from '../list/PostMeta.tsx';

export interface PostFactsProps {
  readonly card: PostCard;
  /** `undefined` while only the card is known. */
  readonly view: PostView | undefined;
}

/** More than these push the text off a phone's first screen. */
const mostKeywords = 10;

/** What is known about a post: date, minutes, keywords, series, translations. */
export function PostFacts(props: PostFactsProps): JSX.Element {
  const app = useApp();
  const updated = (): string | undefined => {
    const day = props.view?.updated?.day;
    return day === props.card.day ? undefined : day;
  };
  return (
    <div class="post-facts">
      <PostMeta
        day={props.card.day}
        form="long"
        minutes={minutesLong(props.card.minutes)}
        keywords={props.card.keywords}
        mostKeywords={mostKeywords}
      >
        <Show when={updated()}>
          {(day) => (
            <time class="dt-updated" datetime={day()}>
              {updatedOn(formatDay(day(), pageLanguage(), 'long'))}
            </time>
          )}
        </Show>
        <Show when={props.view?.author !== app.site.author && props.view?.author}>
          {(author) => <span>{author()}</span>}
        </Show>
        <For each={props.view?.translations}>
          {(translation) => (
            <a hreflang={translation.language} href={app.href(translation.permalink)}>
              {languageName(translation.language)}
            </a>
          )}
        </For>
      </PostMeta>
      <Show when={props.view?.series}>
        {(series) => (
          <details class="series">
            <summary>{partOf(series().part, series().parts.length, series().name)}</summary>
            <ol>
              <For each={series().parts}>
                {(part, at) => (
                  <li aria-current={at() + 1 === series().part ? 'true' : undefined}>
                    <Show when={at() + 1 !== series().part} fallback={part.title}>
                      <a href={app.href(part.permalink)}>{part.title}</a>
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          </details>
        )}
      </Show>
    </div>
  );
}

/** A language by its own name: `fr` is "français". */
function languageName(language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  } catch {
    // Not a language tag: shown as the author wrote it.
    return language;
  }
}
