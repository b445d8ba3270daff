import { type JSX, Show } from 'solid-js';
import type { PostView } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import { formatEditAddress } from './edit-address.ts';
import { footStrings } from './strings-foot.ts';
import './PostFoot.css';

export interface PostFootProps {
  readonly view: PostView;
}

/** The end of a post: the way to edit it, and, where other sites are to know of them, its address and author as microformats. */
export function PostFoot(props: PostFootProps): JSX.Element {
  const app = useApp();
  const isKnown = (): boolean =>
    app.site.webmention !== undefined || (app.site.relMe?.length ?? 0) > 0;
  const author = (): string => props.view.author ?? app.site.author ?? app.site.title;
  return (
    <>
      <Show when={isKnown()}>
        <p hidden>
          <a class="u-url" href={app.href(props.view.card.permalink)} />
          <a class="p-author h-card" href={app.href('/')}>
            {author()}
          </a>
        </p>
      </Show>
      <Show when={app.site.edit}>
        {(pattern) => (
          <p class="post-foot">
            <a href={formatEditAddress(pattern(), props.view.card.path, app.site.posts)}>
              {footStrings.edit}
            </a>
          </p>
        )}
      </Show>
    </>
  );
}
