import { Index, type JSX, Show } from 'solid-js';
import type { Keyword } from '../../content/model/post.ts';
import { useApp } from '../frame/app-context.ts';
import { type DayForm, formatDay } from '../words/format-day.ts';
import { strings } from '../words/strings.ts';
import './PostMeta.css';

export interface PostMetaProps {
  readonly day: string | undefined;
  readonly form: DayForm;
  /** "19 min" or "19 min read". */
  readonly minutes: string;
  readonly keywords: readonly Keyword[];
  /** Further facts, between minutes and keywords. */
  readonly children?: JSX.Element;
}

/** The line of facts about a post: date, minutes, keywords. */
export function PostMeta(props: PostMetaProps): JSX.Element {
  const app = useApp();
  return (
    <div class="post-meta">
      <Show when={props.day}>
        {(day) => <time datetime={day()}>{formatDay(day(), app.site.language, props.form)}</time>}
      </Show>
      <span>{props.minutes}</span>
      {props.children}
      <Show when={props.keywords.length > 0}>
        <span class="keywords">
          <span class="visually-hidden">{strings.keywords}: </span>
          <Index each={props.keywords}>
            {(keyword) => <a href={app.href(`/keywords/${keyword().slug}/`)}>{keyword().name}</a>}
          </Index>
        </span>
      </Show>
    </div>
  );
}
