import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createPagesHandler } from '../../../src/publish/serve-pages.ts';
import type { ServedSite } from './fixtures.ts';

/** A copy of a blog on a server of its own, which can be published anew. */
export interface DeployedBlog {
  /** Address of its root. */
  readonly url: string;
  /** The folder that is served. */
  readonly folder: string;
  /** Publishes the blog anew: all that says `from` says `to`, all scripts of the app and all stamps are others. */
  deploy(from: string, to: string): void;
  /** Has requests for what `isHit` says answered by a fault, until the next call; without one the server is well again. */
  spoil(fault?: ServerFault, isHit?: (path: string) => boolean): void;
  /** Has answers to what `isHeld` says wait until `until` settles. */
  hold(isHeld: (path: string) => boolean, until: Promise<unknown>): void;
  close(): Promise<void>;
}

/** A way in which a server fails. One that is silent answers once it is well again. */
export type ServerFault = 'missing' | 'error' | 'page' | 'reset' | 'cut' | 'silence';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const answerBadly: Readonly<Record<Exclude<ServerFault, 'silence'>, Answer>> = {
  missing: (_, response) => void response.writeHead(404).end(),
  error: (_, response) => void response.writeHead(500).end(),
  page: (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Welcome'),
  reset: (request) => void request.socket.destroy(),
  cut(request, response) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{', () => request.socket.destroy());
  },
};

/** Files that the texts of a blog are in. */
const textFiles = new Set(['.html', '.json', '.md', '.js', '.css', '.xml', '.txt', '.webmanifest']);

/** Serves a copy of `site`, until it is closed. */
export async function deployBlog(site: ServedSite): Promise<DeployedBlog> {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-deploys-'));
  cpSync(site.outDir, folder, { recursive: true });
  const answer = createPagesHandler({ root: folder, base: site.base });
  let spoilt: { fault: ServerFault; isHit: (path: string) => boolean } | undefined;
  let silent: (() => void)[] = [];
  let held: { isHeld: (path: string) => boolean; until: Promise<unknown> } | undefined;
  const server = createServer((request, response) => {
    if (spoilt?.isHit(request.url ?? '') === true) {
      if (spoilt.fault === 'silence') silent.push(() => answer(request, response));
      else answerBadly[spoilt.fault](request, response);
      return;
    }
    const isHeld = held?.isHeld(request.url ?? '') === true;
    const wait = isHeld ? held?.until : undefined;
    if (wait === undefined) answer(request, response);
    else void wait.then(() => answer(request, response));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  let count = 0;
  return {
    url: `http://127.0.0.1:${port}${site.base}`,
    folder,
    spoil(fault, isHit = () => true) {
      spoilt = fault && { fault, isHit };
      for (const answerLate of silent) answerLate();
      silent = [];
    },
    hold: (isHeld, until) => void (held = { isHeld, until }),
    deploy: (from, to) => publishAnew(folder, [[from, to]], count++ % 10),
    close: async () => {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true });
    },
  };
}

type Change = readonly [from: string, to: string];

function publishAnew(folder: string, changes: readonly Change[], mark: number): void {
  const assets = join(folder, 'assets');
  // Styles and fonts keep their names: pages have styles inlined, whose hash their policy holds.
  const scripts = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name): Change => [name, name.replace(/-([\w-]{6})[\w-]{2}\.js$/, `-$1_${mark}.js`)]);
  for (const [name, next] of scripts) renameSync(join(assets, name), join(assets, next));
  const all = [...changes, ...scripts, ...findStamps(folder, mark)];
  for (const file of listTexts(folder)) {
    const text = readFileSync(file, 'utf8');
    const next = all.reduce((done, [from, to]) => done.replaceAll(from, to), text);
    if (next !== text) writeFileSync(file, next);
  }
}

/** The stamps of list files and builds, and others in their place. */
function findStamps(folder: string, mark: number): Change[] {
  const lists = listTexts(join(folder, 'data')).map((file) => readFileSync(file, 'utf8'));
  const found = lists.flatMap((text) => [...text.matchAll(/"(?:stamp|buildId)":"([^"]+)"/g)]);
  const stamps = new Set(found.map(([, stamp = '']) => stamp));
  return [...stamps].map((stamp): Change => {
    // One that ends so by chance is another all the same.
    const end = stamp.endsWith(`${mark}`) ? (mark + 5) % 10 : mark;
    return [`"${stamp}"`, `"${stamp.slice(0, -1)}${end}"`];
  });
}

function listTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => textFiles.has(extname(file)) && statSync(file).isFile());
}
