/** One address to HTML. Used by the build only, through Vite's server build. */
import { provideRequestEvent } from 'solid-js/web/storage';
import { renderToStringAsync } from 'solid-js/web';
import type { Library } from './content/model/library.ts';
import type { Site } from './content/site/site.ts';
import { App } from './ui/shell/App.tsx';
import type { PageDescription } from './ui/frame/app-context.ts';
import { buildHead, type HeadData } from './ui/head/head.ts';
import { formatHead } from './ui/head/head-html.ts';
import { findDirection, speak } from './ui/words/page-words.ts';
import { findSpeech } from './ui/words/speech.ts';

/** What to render. */
export interface RenderRequest {
  /** Decoded path under the base with `/` at the start, as in a permalink: `/posts/x/`. */
  readonly path: string;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  readonly library: Library;
  readonly site: Site;
  /** Language that the page speaks, where it is not the blog's. */
  readonly language?: string | undefined;
}

/** A prerendered page. */
export interface RenderedPage {
  /** What goes into `#app`. */
  readonly html: string;
  /** `title` and the page's own tags of `head`, as HTML. */
  readonly head: string;
  readonly headData: HeadData;
  /** `lang` of the document. */
  readonly language: string;
  /** `dir` of the document; `undefined` is from left to right. */
  readonly direction: 'rtl' | undefined;
  /** 404: nothing is at the address. */
  readonly status: 200 | 404;
}

/** No scripts of Solid's own: the client does not hydrate. Known to the runtime, not to its types. */
const stringOptions: object = { noScripts: true };

/** Renders the page at `request.path` with all its data. Rejects when any part of it fails. */
export async function renderPage(request: RenderRequest): Promise<RenderedPage> {
  const { base, library, site } = request;
  speak(await findSpeech(request.language));
  const url = base + encodeURI(request.path.slice(1));
  let page: PageDescription | undefined;
  const failures: unknown[] = [];
  const event = {
    request: new Request(`http://localhost${url}`),
    response: { headers: new Headers() },
  };
  const html = await provideRequestEvent(event, () =>
    renderToStringAsync(
      () => (
        <App
          library={library}
          site={site}
          base={base}
          url={url}
          onDescribe={(described) => (page = described)}
          isStrict={() => true}
          onError={(error) => failures.push(error)}
        />
      ),
      stringOptions,
    ),
  );
  if (failures.length > 0) throw failures[0];
  if (page === undefined)
    throw new Error(`The page at \`${request.path}\` did not say what it is.`);
  const headData = buildHead(page, site, base);
  const status = page.permalink === undefined ? 404 : 200;
  const { language } = headData;
  return {
    html,
    head: formatHead(headData),
    headData,
    language,
    direction: findDirection(),
    status,
  };
}
