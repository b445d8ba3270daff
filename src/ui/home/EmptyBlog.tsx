import type { JSX } from 'solid-js';
import { strings } from '../words/strings.ts';
import './EmptyBlog.css';

/** The note that home shows in place of search and list while there is no post. */
export function EmptyBlog(): JSX.Element {
  return (
    <div class="empty-blog">
      <p>{strings.noPosts}</p>
      <p>{strings.noPostsHint}</p>
    </div>
  );
}
