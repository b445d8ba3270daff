/**
 * The only place where `SafeHtml` reaches the page: as text of the prerendered page on the server, as
 * a node in the browser.
 */
import { type JSX, onMount, untrack } from 'solid-js';
import { isServer, ssr } from 'solid-js/web';
import type { SafeHtml } from '../../content/model/html.ts';
import { findBody } from '../frame/body-nodes.ts';
import '../styles/prose.css';
import '../styles/shares.css';
import '../styles/waiting.css';
import '../styles/code.css';
import '../styles/side-notes.css';
import './PostBody.css';

export interface PostBodyProps {
  readonly html: SafeHtml;
  /** Of the post. */
  readonly permalink: string;
  /** Given the element that holds the body once it is there. */
  readonly onReady: (body: HTMLElement) => void;
}

/** The rendered Markdown of a post. Shows the same content for as long as it lives. */
export function PostBody(props: PostBodyProps): JSX.Element {
  return (
    <div class="post-body text-column e-content">
      {isServer ? bodyText(props) : bodyNode(props)}
    </div>
  );
}

function bodyText(props: PostBodyProps): JSX.Element {
  return <div class="prose">{ssr(String(props.html.content)) as unknown as JSX.Element}</div>;
}

function bodyNode(props: PostBodyProps): JSX.Element {
  const { shown, body } = untrack(() => findBody(props.html, props.permalink));
  onMount(() => props.onReady(body));
  return shown;
}
