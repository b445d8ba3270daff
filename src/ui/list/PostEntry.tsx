import { type JSX, Show } from 'solid-js';
import type { PostCard } from '../../content/model/post.ts';
import { useApp } from '../frame/app-context.ts';
import { minutesShort } from '../words/strings.ts';
import './PostEntry.css';
import { PostMeta } from './PostMeta.tsx';

export interface PostEntryProps {
  readonly post: PostCard;
}

/** Some posts have dozens, and a list is for choosing a post. */
const mostKeywords = 6;

/** A post in a list: title, summary, facts. */
export function PostEntry(props: PostEntryProps): JSX.Element {
  const app = useApp();
  return (
    <article class="post-entry h-entry" lang={props.post.language}>
      <h3 dir="auto">
        <a class="p-name u-url" href={app.href(props.post.permalink)}>
          {props.post.title}
        </a>
      </h3>
      <Show when={props.post.summary}>
        <p class="p-summary" dir="auto">
          {props.post.summary}
        </p>
      </Show>
      <PostMeta
        day={props.post.day}
        form="day-month"
        minutes={minutesShort(props.post.minutes)}
        keywords={props.post.keywords}
        mostKeywords={mostKeywords}
      />
    </article>
  );
}
