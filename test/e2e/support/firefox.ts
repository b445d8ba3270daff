import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { players } from './canaries.ts';
import { expect, markFirstApp } from './fixtures.ts';
import { type Bidi, startFirefox } from './bidi.ts';

/** The Firefox that the run has found, if it has one. */
export const firefoxProgram = process.env['RUBRIC_E2E_FIREFOX'];

/** Why tests in Firefox are skipped. */
export const noFirefox = 'no Firefox was found; the first lines of the run say how to have one';

/** One tab of a stock Firefox. */
export interface FirefoxPage {
  /** Loads `url` whole. */
  readonly goto: (url: string) => Promise<void>;
  /** Runs `script`, an expression, in the page, and gives its value. Awaits a promise. */
  readonly evaluate: (script: string) => Promise<unknown>;
  /** Waits until `script`, an expression, is true in the page that is open then. */
  readonly waitFor: (script: string) => Promise<void>;
  /** Waits for an element that `selector` finds, scrolls it into view and clicks its middle. */
  readonly click: (selector: string) => Promise<void>;
  /** Presses keys one after the other: letters, or names such as `Escape`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly back: () => Promise<void>;
  /** Moves the pointer and waits until the app follows links itself. */
  readonly awake: () => Promise<void>;
  /** What was told since it was last asked for, one line each: faults in the console, and what page scripts tell. */
  readonly takeTold: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Runs in each page before all else: tells what its policy forbids. */
const tellViolations = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  tellCanary('policy: ' + effectiveDirective + ' ' + blockedURI + ' ' + sample));`;

/** The script of attack tests, which tells of execution, names taken over and what the policy forbids. */
const canaryScript = readFileSync(
  fileURLToPath(new URL('canary-page.js', import.meta.url)),
  'utf8',
);

/** What {@link openFirefox} needs. */
export interface FirefoxOptions {
  readonly program: string;
  /** Origin of the blog: requests to others are told, and not sent. */
  readonly origin: string;
  /** Provokes attacks as `canary-page.js` does. */
  readonly withCanaries?: boolean;
}

/** Starts a Firefox with one tab that is watched for faults. */
export async function openFirefox(options: FirefoxOptions): Promise<FirefoxPage> {
  const bidi = await startFirefox(options.program);
  try {
    const { contexts } = await bidi.send('browsingContext.getTree', {});
    const context = (contexts as readonly { context: string }[])[0]?.context ?? '';
    const told: string[] = [];
    await watch(bidi, context, options, told);
    return { ...createPage(bidi, context), takeTold: () => told.splice(0), close: bidi.close };
  } catch (error) {
    await bidi.close();
    throw error;
  }
}

async function watch(
  bidi: Bidi,
  context: string,
  options: FirefoxOptions,
  told: string[],
): Promise<void> {
  const source = options.withCanaries === true ? canaryScript : tellViolations;
  await bidi.send('script.addPreloadScript', {
    functionDeclaration: `(channel) => { window.tellCanary = channel; ${source}\n(${String(markFirstApp)})(); }`,
    arguments: [{ type: 'channel', value: { channel: 'told' } }],
  });
  bidi.on('script.message', ({ data }) => void told.push(readValue(data)));
  bidi.on('log.entryAdded', ({ level, text }) => {
    if (level === 'error' || level === 'warn') told.push(`console: ${String(text)}`);
  });
  bidi.on('browsingContext.contextCreated', ({ originalOpener, url }) => {
    if (typeof originalOpener === 'string') told.push(`window: ${String(url)}`);
  });
  bidi.on('browsingContext.userPromptOpened', (prompt) => {
    told.push(`dialog: ${String(prompt['message'])}`);
  });
  bidi.on('network.beforeRequestSent', ({ request, isBlocked }) => {
    const { request: id, url } = request as { request: string; url: string };
    const isOwn = url.startsWith(options.origin) || !/^(?:https?|wss?|ftp):/.test(url);
    if (!isOwn && !players.test(url)) told.push(`request: ${url}`);
    if (isBlocked !== true) return;
    const answer = isOwn ? 'network.continueRequest' : 'network.failRequest';
    // A page that is left takes its requests with it, and nobody waits for an answer any more.
    bidi.send(answer, { request: id }).catch(() => undefined);
  });
  await bidi.send('session.subscribe', {
    events: [
      'script.message',
      'log.entryAdded',
      'browsingContext.contextCreated',
      'browsingContext.userPromptOpened',
      'network.beforeRequestSent',
    ],
  });
  await bidi.send('network.addIntercept', { phases: ['beforeRequestSent'], contexts: [context] });
}

function readValue(data: unknown): string {
  return String((data as { readonly value?: unknown }).value);
}

/** A whole browser beside that of the other tests takes its time on a slow core. */
const waitMs = 60_000;

/** Keys by name, as WebDriver numbers them. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
};

/** The value of `script`, an expression, in the page that is open. */
async function evaluateIn(bidi: Bidi, context: string, script: string): Promise<unknown> {
  const { result, exceptionDetails } = await bidi.send('script.evaluate', {
    expression: `Promise.resolve(${script}).then((value) => JSON.stringify(value ?? null))`,
    target: { context },
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(`${String((exceptionDetails as { text: unknown }).text)} ${script}`);
  return JSON.parse(readValue(result)) as unknown;
}

/** An expression that scrolls the element `found` into view and gives its middle. */
const findMiddle = (found: string): string => `(() => {
  const element = ${found};
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getClientRects()[0];
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
})()`;

const pointTo = (x: number, y: number): object => ({ type: 'pointerMove', x, y });

function createPage(bidi: Bidi, context: string): Omit<FirefoxPage, 'takeTold' | 'close'> {
  const evaluate = (script: string): Promise<unknown> => evaluateIn(bidi, context, script);
  const waitFor = async (script: string): Promise<void> => {
    // A page that is just left has no answer: the next one is asked.
    const ask = (): Promise<unknown> => evaluate(script).catch(() => false);
    await expect.poll(ask, { message: script, timeout: waitMs }).toBe(true);
  };
  const act = (id: string, type: string, actions: readonly object[]): Promise<unknown> =>
    bidi.send('input.performActions', { context, actions: [{ type, id, actions }] });
  return {
    evaluate,
    waitFor,
    goto: async (url) =>
      void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async click(selector) {
      const found = `document.querySelector(${JSON.stringify(selector)})`;
      await waitFor(`${found} !== null`);
      const { x, y } = (await evaluate(findMiddle(found))) as { x: number; y: number };
      const press = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
      await act('mouse', 'pointer', [pointTo(x, y), ...press]);
    },
    async press(...names) {
      const strokes = names.flatMap((name) =>
        ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[name] ?? name })),
      );
      await act('keyboard', 'key', strokes);
    },
    back: async () =>
      void (await bidi.send('browsingContext.traverseHistory', { context, delta: -1 })),
    async awake() {
      await act('mouse', 'pointer', [pointTo(1, 1), pointTo(2, 2)]);
      await waitFor('window.isReady === true || window.wasEmpty === true');
    },
  };
}
