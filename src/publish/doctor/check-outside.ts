import type { Finding } from '../advice/finding.ts';
import { groupBy } from '../report/group-problems.ts';
import type { OutsideLink } from './outside-link.ts';

/** How a site answered. */
export interface Answer {
  /** HTTP status; `undefined` when there was no answer. */
  readonly status: number | undefined;
  /** Reason of the system where there was no answer: `ENOTFOUND`, `timeout`. */
  readonly reason?: string | undefined;
  /** Time of the answer, in milliseconds since 1970. */
  readonly atMs: number;
}

/** The world outside, so that tests have one of their own. */
export interface OutsideWorld {
  /** One request. Throws what `fetch` throws. */
  readonly request: (url: string, method: 'HEAD' | 'GET', timeoutMs: number) => Promise<Response>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
}

/** The rest of what checking goes by. */
export interface OutsideOptions extends OutsideWorld {
  /** Answers of earlier times by address; new ones are put in. */
  readonly known: Map<string, Answer>;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Hosts asked at a time; each host is asked for one address at a time. */
const parallelHosts = 8;
/** Between two requests to one host. */
const pauseMs = 1000;
const timeoutMs = 15_000;
const dayMs = 86_400_000;
/** A good answer counts for a week; another is asked for again after an hour. */
const goodMs = 7 * dayMs;
const badMs = 3_600_000;

/** Answers to `HEAD` of servers that know `GET` alone, or that turn away programs. */
const headFailures = new Set([400, 403, 404, 405, 406, 410, 501, 503]);

/** Answers that say that the page is there and closed to programs, or busy. */
const closedStatuses = new Set([401, 402, 403, 405, 406, 407, 408, 418, 425, 429, 451, 503, 999]);

/**
 * Asks for each address that posts lead to, once, and tells of those that do not answer or answer that nothing is there.
 * Some hosts are asked at a time, each for one address and with a pause between two; `HEAD` comes first. A server that
 * wants to be left alone is not asked again. Answers are kept for a week.
 */
export async function checkOutside(
  links: readonly OutsideLink[],
  options: OutsideOptions,
): Promise<readonly Finding[]> {
  const urls = [...new Set(links.map(({ url }) => url))];
  const due = urls.filter((url) => !isFresh(options.known.get(url), options.now()));
  const hosts = groupBy(due, hostOf).values();
  let done = urls.length - due.length;
  const work = async (): Promise<void> => {
    for (const own of hosts) {
      await askHost(own, options, () => options.onProgress?.(++done, urls.length));
    }
  };
  await Promise.all(Array.from({ length: parallelHosts }, work));
  return links.flatMap(({ url, file }) => describe(url, file, options.known.get(url)) ?? []);
}

async function askHost(
  urls: readonly string[],
  options: OutsideOptions,
  onDone: () => void,
): Promise<void> {
  let isTired = false;
  for (const [at, url] of urls.entries()) {
    if (!isTired) {
      if (at > 0) await options.sleep(pauseMs);
      const answer = await ask(url, options);
      options.known.set(url, answer);
      isTired = answer.status === 429;
    }
    onDone();
  }
}

async function ask(url: string, options: OutsideOptions): Promise<Answer> {
  const head = await askOnce(url, 'HEAD', options);
  const isSure = head.status !== undefined && !headFailures.has(head.status);
  if (isSure) return head;
  await options.sleep(pauseMs);
  return askOnce(url, 'GET', options);
}

async function askOnce(
  url: string,
  method: 'HEAD' | 'GET',
  { request, now }: OutsideWorld,
): Promise<Answer> {
  try {
    const response = await request(url, method, timeoutMs);
    await response.body?.cancel();
    return { status: response.status, atMs: now() };
  } catch (error) {
    return { status: undefined, reason: nameReason(error), atMs: now() };
  }
}

/** The reason that a failed request has deep inside, in one word. */
function nameReason(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? 'no answer' : nameReason(error.cause);
}

function isFresh(answer: Answer | undefined, nowMs: number): boolean {
  if (answer === undefined) return false;
  return nowMs - answer.atMs < (isGood(answer) ? goodMs : badMs);
}

function isGood({ status }: Answer): boolean {
  return status !== undefined && (status < 400 || closedStatuses.has(status));
}

function describe(url: string, file: string, answer: Answer | undefined): Finding | undefined {
  if (answer === undefined || isGood(answer)) return undefined;
  const { status, reason = 'no answer' } = answer;
  const fault = status === undefined ? `does not answer (${reason})` : `answers ${status}`;
  return {
    rule: 'outside-link',
    kind: 'link',
    severity: 'warning',
    file,
    subject: url,
    message: `\`${url}\` ${fault}.`,
    remedy: 'Correct the address, lead to a copy at web.archive.org, or remove the link.',
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
