/**
 * A browser that no tool is attached to, which drives itself by a script in its pages. Tools switch off what it shows:
 * pages drawn ahead, and pages put aside and shown again.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a page tells when the reader comes to see it. */
export interface Arrival {
  readonly path: string;
  /** The page had been put aside whole, and has come back. */
  readonly isKept: boolean;
  /** The page was drawn before the reader came. */
  readonly wasDrawnAhead: boolean;
  /** Why the browser could not keep the page, if it had to load it anew; `null` when it did not try. */
  readonly notRestored: unknown;
  readonly theme: string | null;
  readonly scroll: number;
}

/** A page that is not the blog's. */
export const awayPath = '/drive/away';

/** What the script in the page can do, one thing after the other. */
export type Command =
  | { readonly do: 'focus' | 'click' | 'awaitDrawn'; readonly selector: string }
  | { readonly do: 'startApp' | 'awaitWorker' | 'back' }
  | { readonly do: 'theme'; readonly theme: string }
  | { readonly do: 'go'; readonly path: string };

/** A free browser on a blog of its own server. */
export interface FreeBrowser {
  /** Gives the page commands, the last of which leads away from it, and waits for the next arrival. */
  readonly run: (...commands: readonly Command[]) => Promise<Arrival>;
  readonly close: () => Promise<void>;
}

/** What {@link openFreeBrowser} needs. */
export interface FreeBrowserOptions {
  /** Path of the browser's program. */
  readonly program: string;
  /** Address of a served blog, with `/` at its end; its files are passed on. */
  readonly blog: string;
  /** Where to begin, relative to the blog. */
  readonly path: string;
}

/** Opens a browser on a page, and gives it with the first arrival. */
export async function openFreeBrowser(
  options: FreeBrowserOptions,
): Promise<{ readonly browser: FreeBrowser; readonly first: Arrival }> {
  const arrivals = createQueue<Arrival>();
  const drawn = new Set<string>();
  let commands: readonly Command[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/drive/arrival' && request.method === 'POST') {
      void readText(request).then((text) => {
        response.writeHead(204).end();
        return arrivals.add(JSON.parse(text) as Arrival);
      });
    } else if (request.url === '/drive/commands') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(commands));
      commands = [];
    } else if (request.url?.startsWith('/drive/drawn') === true) {
      if (request.method === 'POST') drawn.add(request.url);
      response.writeHead(drawn.has(request.url) ? 200 : 204).end();
    } else if (request.url === '/drive/script.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(join(import.meta.dirname, 'drive-page.js')));
    } else if (request.url === awayPath) {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Away</title>${scriptTag}`);
    } else void passOn(request, response, options.blog);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), 'rubric-browser-'));
  const browser = startBrowser(options.program, profile, `http://127.0.0.1:${port}${options.path}`);
  const first = await arrivals.next();
  return {
    first,
    browser: {
      run(...next) {
        commands = next;
        return arrivals.next();
      },
      async close() {
        const closed = new Promise((resolve) => browser.once('exit', resolve));
        // All of its processes: one that is left goes on writing into the profile.
        if (browser.pid !== undefined && process.platform !== 'win32')
          process.kill(-browser.pid, 'SIGKILL');
        else browser.kill('SIGKILL');
        await closed;
        server.closeAllConnections();
        server.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
      },
    },
  };
}

function startBrowser(program: string, profile: string, url: string): ChildProcess {
  const isRoot = process.getuid?.() === 0;
  const flags = ['--headless=new', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`];
  return spawn(program, [...flags, ...(isRoot ? ['--no-sandbox'] : []), url], {
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
}

const scriptTag = '<script type="module" src="/drive/script.js"></script>';

/** The blog's answer; pages get the script that drives them. */
async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  blog: string,
): Promise<void> {
  const answer = await fetch(new URL((request.url ?? '/').slice(1), blog), { redirect: 'manual' });
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'max-age=600' });
  if (!type.startsWith('text/html')) response.end(Buffer.from(await answer.arrayBuffer()));
  else {
    response.end((await answer.text()).replace('</body>', `${scriptTag}</body>`));
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

interface Queue<Item> {
  readonly add: (item: Item) => void;
  readonly next: () => Promise<Item>;
}

function createQueue<Item>(): Queue<Item> {
  const items: Item[] = [];
  const waiting: ((item: Item) => void)[] = [];
  return {
    add(item) {
      const take = waiting.shift();
      if (take === undefined) items.push(item);
      else take(item);
    },
    next: () => {
      const item = items.shift();
      return item === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(item);
    },
  };
}
