import { useLocation } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { NavigationLink } from '../../content/site/site.ts';
import { useApp } from '../frame/app-context.ts';
import { strings } from '../words/strings.ts';
import { SearchIcon } from '../list/SearchIcon.tsx';
import './SiteHeader.css';
import { ThemeButton } from './ThemeButton.tsx';

/** Brand, main navigation and tools. */
export function SiteHeader(): JSX.Element {
  const app = useApp();
  const location = useLocation();
  const home = app.href('/');
  const links = (): readonly (NavigationLink & { readonly href: string })[] =>
    [
      { title: strings.posts, url: '/' },
      { title: strings.archive, url: '/archive/' },
      { title: strings.keywords, url: '/keywords/' },
      ...app.site.navigation,
    ].map((link) => ({ ...link, href: link.url.startsWith('/') ? app.href(link.url) : link.url }));
  // Older pages are home too: the list grows into them.
  const isHome = (): boolean =>
    /^(?:page\/[1-9]\d*\/)?$/.test(location.pathname.slice(home.length));
  const isHere = (href: string): boolean => (href === home ? isHome() : location.pathname === href);
  return (
    <header class="site-header">
      <div class="frame">
        <a class="brand" href={home}>
          <span aria-hidden="true">¶</span>
          {app.site.title}
        </a>
        <nav aria-label={strings.navigation}>
          <For each={links()}>
            {(link) => (
              <a
                href={link.href}
                aria-current={isHere(link.href) ? 'page' : undefined}
                rel={link.href.startsWith('http') ? 'noopener' : undefined}
              >
                {link.title}
              </a>
            )}
          </For>
        </nav>
        <div class="tools">
          <Show when={!isHome()}>
            <a
              class="tool"
              href={`${home}?q=`}
              aria-label={strings.search}
              onPointerEnter={() => app.library.prefetchSearch()}
            >
              <SearchIcon />
            </a>
          </Show>
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
