import { type JSX, Show } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { optionalPart } from '../frame/app-part.ts';
import { strings } from '../words/strings.ts';
import './SiteFooter.css';

const SavedFooter = optionalPart(() => import('../saved/SavedFooter.tsx'));

export interface SiteFooterProps {
  readonly onShortcuts: () => void;
}

/** The site's line, its feed, and the way to the keyboard shortcuts. */
export function SiteFooter(props: SiteFooterProps): JSX.Element {
  const app = useApp();
  return (
    <footer class="site-footer">
      <div class="frame">
        <p>{app.site.footer || app.site.title}</p>
        {/* Feeds hold absolute addresses: there are none until the blog has one. */}
        <Show when={app.site.url}>
          <a href={app.href('/atom.xml')}>{strings.feed}</a>
        </Show>
        <button class="text-button" type="button" onClick={() => props.onShortcuts()}>
          {strings.shortcuts}
        </button>
        <Show when={app.isReady()}>
          <SavedFooter />
        </Show>
      </div>
    </footer>
  );
}
