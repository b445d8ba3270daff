import type { CounterService } from '../../content/settings/services.ts';

/** One view of one page. */
export interface PageSeen {
  /** Whole address of the page without its query and fragment. */
  readonly url: string;
  readonly title: string;
  /** Address of the page that led here; empty where it is not known, or was one of the blog. */
  readonly referrer: string;
  readonly language: string;
  /** In pixels of CSS. */
  readonly screen: { readonly width: number; readonly height: number };
}

/** What `fetch` takes. */
export interface CountRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** Nothing of the reader goes along, and leaving the page does not stop it. */
const quiet = {
  method: 'POST',
  credentials: 'omit',
  keepalive: true,
  referrerPolicy: 'no-referrer',
} as const;

/**
 * The request that tells a counter of a view, by its plain HTTP interface.
 *
 * @see Plausible: plausible.io/docs/events-api; Umami: umami.is/docs/api/sending-stats; GoatCounter: the parameters of its `count.js`
 */
export function createCountRequest(counter: CounterService, seen: PageSeen): CountRequest {
  switch (counter.service) {
    case 'plausible':
      return tellPlausible(counter, seen);
    case 'goatcounter':
      return tellGoatCounter(counter, seen);
    case 'umami':
      return tellUmami(counter, seen);
    default:
      return counter.service satisfies never;
  }
}

function tellPlausible({ url, site }: CounterService, seen: PageSeen): CountRequest {
  const body = { name: 'pageview', domain: site, url: seen.url, referrer: seen.referrer };
  // Its answer tells nothing, and is not asked for: so no other request has to ask whether this one may be made.
  return {
    url: `${url}/api/event`,
    init: { ...quiet, mode: 'no-cors', body: JSON.stringify(body) },
  };
}

function tellGoatCounter({ url }: CounterService, seen: PageSeen): CountRequest {
  const query = new URLSearchParams({
    p: new URL(seen.url).pathname,
    r: seen.referrer,
    t: seen.title,
    s: `${seen.screen.width},${seen.screen.height},1`,
  });
  return { url: `${url}/count?${query}`, init: { ...quiet, mode: 'no-cors' } };
}

function tellUmami({ url, site }: CounterService, seen: PageSeen): CountRequest {
  const { hostname, pathname } = new URL(seen.url);
  const payload = {
    website: site,
    hostname,
    url: pathname,
    title: seen.title,
    referrer: seen.referrer,
    language: seen.language,
    screen: `${seen.screen.width}x${seen.screen.height}`,
  };
  return {
    url: `${url}/api/send`,
    init: {
      ...quiet,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'event', payload }),
    },
  };
}
