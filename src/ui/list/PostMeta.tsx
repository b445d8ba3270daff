import { Index, type JSX, Show } from 'solid-js';
import type { Keyword } from '../../content/model/post.ts';
import { useApp } from '../frame/app-context.ts';
import { type DayForm, formatDay } from '../words/format-day.ts';
import { pageLanguage } from '../words/page-words.ts';
import { andMore, strings } from '../words/strings.ts';
import './PostMeta.css';

export interface PostMetaProps {
  readonly day: string | undefined;
  readonly form: DayForm;
  /** "19 min" or "19 min read"; empty for a post without words. */
  readonly minutes: string;
  readonly keywords: readonly Keyword[];
  /** How many keywords are in sight; the others are a number in a list, and unfold on the page of the post. */
  readonly mostKeywords: number;
  /** Further facts, between minutes and keywords. */
  readonly children?: JSX.Element;
}

/** The line of facts about a post: date, minutes, keywords. */
export function PostMeta(props: PostMetaProps): JSX.Element {
  const more = (): number => props.keywords.length - props.mostKeywords;
  return (
    <div class="post-meta">
      <Show when={props.day}>
        {(day) => (
          <time class="dt-published" datetime={day()}>
            {formatDay(day(), pageLanguage(), props.form)}
          </time>
        )}
      </Show>
      <Show when={props.minutes}>
        <span>{props.minutes}</span>
      </Show>
      {props.children}
      <Show when={props.keywords.length > 0}>
        <span class="keywords">
          <span class="visually-hidden">{strings.keywords}: </span>
          <KeywordLinks keywords={props.keywords.slice(0, props.mostKeywords)} />
          <Show when={more() > 0}>
            <Show when={props.form === 'long'} fallback={<span>{andMore(more())}</span>}>
              <details class="rest">
                <summary>{andMore(more())}</summary>
                <KeywordLinks keywords={props.keywords.slice(props.mostKeywords)} />
              </details>
            </Show>
          </Show>
        </span>
      </Show>
    </div>
  );
}

function KeywordLinks(props: { readonly keywords: readonly Keyword[] }): JSX.Element {
  const app = useApp();
  return (
    <Index each={props.keywords}>
      {(keyword) => <a href={app.href(`/keywords/${keyword().slug}/`)}>{keyword().name}</a>}
    </Index>
  );
}
