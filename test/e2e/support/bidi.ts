/** A stock browser driven by WebDriver BiDi, the protocol that Firefox speaks without a driver beside it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'undici';

type Fields = Readonly<Record<string, unknown>>;

/** A connection to a browser that {@link startFirefox} started. */
export interface Bidi {
  /** Sends a command; gives its result, or rejects with the browser's message. */
  readonly send: (method: string, params: Fields) => Promise<Fields>;
  /** Has `hear` called with the params of every event of that name, once the session is subscribed to it. */
  readonly on: (event: string, hear: (params: Fields) => void) => void;
  readonly close: () => Promise<void>;
}

/** What the browser must not do by itself. All else that tests need is set by its own remote agent. */
const settings = `
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.disable_open_during_load", false);
`;

/** Starts the Firefox at `program` without a window, on a profile of its own. */
export async function startFirefox(program: string): Promise<Bidi> {
  const profile = mkdtempSync(join(tmpdir(), 'rubric-firefox-'));
  writeFileSync(join(profile, 'user.js'), settings);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const browser = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const end = (): Promise<void> => endBrowser(browser, profile);
  try {
    const { send, on } = await connect(`${await readAddress(browser)}/session`);
    await send('session.new', { capabilities: {} });
    return { send, on, close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The address that the browser prints when it is ready. */
async function readAddress({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('Firefox was started without its error output.');
  const lines: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    lines.push(line);
    const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    // Read on, so that the browser never waits for its output to be read.
    stderr.resume();
    return address;
  }
  throw new Error(`Firefox ended before it could be driven:\n${lines.join('\n')}`);
}

async function endBrowser(browser: ChildProcess, profile: string): Promise<void> {
  const hasEnded = browser.exitCode !== null || browser.signalCode !== null;
  const ended = hasEnded
    ? Promise.resolve()
    : new Promise((resolve) => browser.once('exit', resolve));
  // All of its processes: one that is left goes on writing into the profile.
  if (browser.pid !== undefined && process.platform !== 'win32')
    process.kill(-browser.pid, 'SIGKILL');
  else browser.kill('SIGKILL');
  await ended;
  rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: string;
  readonly message?: string;
}

async function connect(address: string): Promise<Pick<Bidi, 'send' | 'on'>> {
  const socket = new WebSocket(address);
  const hearers = new Map<string, (params: Fields) => void>();
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) hearers.get(answer.method ?? '')?.(answer.params ?? {});
    else waiting.get(answer.id)?.(answer);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let lastId = 0;
  return {
    on: (event, hear) => void hearers.set(event, hear),
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, ({ result, error, message }) => {
          waiting.delete(id);
          if (result === undefined) reject(new Error(`${method}: ${error} ${message}`));
          else resolve(result);
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}
