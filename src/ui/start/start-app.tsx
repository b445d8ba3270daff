import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import type { Library } from '../../content/model/library.ts';
import { hrefToPermalink } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import { appPart } from '../frame/app-part.ts';
import { afterPaint } from '../frame/later.ts';
import { App } from '../shell/App.tsx';
import type { PageDescription } from '../frame/app-context.ts';
import { isMissingPage } from './app-need.ts';
import { isBusy, restEvent } from './busy-hands.ts';
import { offerBody, placeOfferedBody, withdrawBody } from '../frame/body-nodes.ts';
import { normalizeAddress } from '../move/links.ts';
import { findLoadedPath } from '../move/loaded-path.ts';
import { formatTitle } from '../head/page-title.ts';
import { speak } from '../words/page-words.ts';
import { findSpeech } from '../words/speech.ts';
import { keepPlace } from './keep-place.ts';
import { findTarget } from '../move/target.ts';
import { giveBackScrolling, holdPlace, shareScrolling } from './reload-place.ts';
import { preloadPages } from '../shell/routes.tsx';
import { startTheme } from '../shell/theme.ts';
import { warmUp } from './warm-up.ts';

const loadHead = appPart(() => import('../head/head-update.ts'));

/** What the app is started with. */
export interface StartOptions {
  /** The element the app is in: empty, or with a prerendered page. */
  readonly root: HTMLElement;
  readonly library: Library;
  readonly site: Site;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
}

/**
 * Starts the app in the browser. In an empty element it draws at once. On a prerendered page it draws
 * beside it, out of sight, and takes its place when everything is there; the body of a post is moved
 * over, not drawn again. A failure before that leaves the static page with its real links.
 *
 * @returns settled when the app is in place; rejected when a prerendered page was left as it is.
 */
export async function startApp(options: StartOptions): Promise<void> {
  normalizeAddress();
  nameFile(options);
  startTheme();
  shareScrolling();
  const { lang } = document.documentElement;
  if (lang !== options.site.language) speak(await findSpeech(lang));
  if (options.root.childElementCount === 0) startEmpty(options);
  else await takeOver(options);
}

/** Static hosts answer `/2019/x` with the page `x.html`, which the app knows by that name alone. */
function nameFile({ library, base }: StartOptions): void {
  const { pathname, search, hash } = location;
  const file = `${pathname}.html`;
  if (library.hasPost(hrefToPermalink(file, base) ?? '')) {
    history.replaceState(history.state, '', file + search + hash);
  }
}

function startEmpty(options: StartOptions): void {
  const describe = createDescriber(options);
  render(
    () => (
      <App
        library={options.library}
        site={options.site}
        base={options.base}
        onDescribe={describe}
        onSettled={scrollToHash}
      />
    ),
    options.root,
  );
}

function takeOver(options: StartOptions): Promise<void> {
  return new Promise((resolve, reject) => drawBeside(options, { resolve, reject }));
}

function drawBeside(
  options: StartOptions,
  { resolve, reject }: { readonly resolve: () => void; readonly reject: (error: unknown) => void },
): void {
  const { root } = options;
  const box = document.createElement('div');
  box.id = root.id;
  box.className = root.className;
  const body = root.querySelector<HTMLElement>('.post-body > .prose');
  if (body !== null) {
    offerBody(body, hrefToPermalink(findLoadedPath(), options.base));
  }
  let isPlaced = false;
  const [isReady, setReady] = createSignal(false);
  let dispose: (() => void) | undefined;
  const fail = (error: unknown): void => {
    if (isPlaced) return;
    withdrawBody();
    giveBackScrolling();
    // Not from within the drawing that has just failed.
    queueMicrotask(() => {
      dispose?.();
      // The page says that nothing is there, which nobody knows: the app says why it could not look.
      if (!isMissingPage()) return;
      root.replaceChildren();
      startEmpty(options);
    });
    if (isMissingPage()) resolve();
    else reject(error);
  };
  const place = (): void => {
    if (isPlaced) return;
    if (isBusy(root)) {
      root.addEventListener(restEvent, place, { once: true });
      return;
    }
    const restore = keepPlace(root, box);
    root.after(box);
    const isSamePage = placeOfferedBody();
    root.remove();
    isPlaced = true;
    restore();
    if (body !== null && !isSamePage) scrollToHash();
    resolve();
    warmUp({ library: options.library, preloadPages, onReady: () => setReady(true) });
  };
  const restorePlace = holdPlace();
  // Once: written at its use it would be made anew by each page that describes itself.
  const describe = createDescriber(options);
  try {
    dispose = render(
      () => (
        <App
          library={options.library}
          site={options.site}
          base={options.base}
          onDescribe={describe}
          onSettled={place}
          isStrict={() => !isPlaced}
          onError={fail}
          isReady={isReady}
        />
      ),
      box,
    );
    restorePlace();
  } catch (error) {
    fail(error);
  }
}

/** Title and head of each page but the one that was loaded: they are beside the page, which is painted first. */
function createDescriber(options: StartOptions): (page: PageDescription) => void {
  let latest: PageDescription | undefined;
  let isFirst = document.querySelector('head > [data-page]') !== null;
  const change = async (page: PageDescription): Promise<void> => {
    if (latest !== page) return;
    document.title = formatTitle(page.title, options.site.title);
    const { updateHead } = await loadHead();
    if (latest === page) updateHead(page, options.site, options.base);
  };
  return (page) => {
    latest = page;
    const isLoaded = isFirst && document.title === formatTitle(page.title, options.site.title);
    isFirst = false;
    // The title is right by then; the tags serve those that load the page anew.
    if (!isLoaded) afterPaint(() => void change(page).catch(() => undefined));
  };
}

function scrollToHash(): void {
  findTarget(location.hash)?.scrollIntoView();
}
