import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { marked } from 'marked';

import { streamSearchIndex } from '../../src/publish/search/write-search-index.ts';
import { escapeHtml } from '../../src/content/model/html.ts';
import type { BenchBlog } from './read-corpus.ts';

/** What writing an index cost. */
export interface IndexCost {
  readonly files: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** The most memory the process held; that of the bench's own tools is in it. */
  readonly peakMegabytes: number;
}

/** Writes the search index and the raw posts of `blog` into `folder`; tells what the index cost. */
export async function writeOwnSite(blog: BenchBlog, folder: string): Promise<IndexCost> {
  const cost = await writeOwnIndex(blog, folder);
  for (const { card, body } of blog.posts()) writeInto(folder, `posts/${card.path}`, body);
  return cost;
}

/** Writes the search index alone. The posts are made while it is written; that time is taken off. */
export async function writeOwnIndex(blog: BenchBlog, folder: string): Promise<IndexCost> {
  let making = 0;
  function* timed(): Generator<
    ReturnType<BenchBlog['posts']> extends Iterable<infer Post> ? Post : never
  > {
    const posts = blog.posts()[Symbol.iterator]();
    for (;;) {
      const start = cpuSeconds();
      const { done, value } = posts.next();
      making += cpuSeconds() - start;
      if (done === true) return;
      yield value;
    }
  }
  const start = cpuSeconds();
  const wall = performance.now();
  let files = 0;
  let bytes = 0;
  const options = { keywords: blog.catalog.keywords, language: 'en' };
  for await (const { fileName, content } of streamSearchIndex(timed(), options)) {
    files++;
    bytes += content.length;
    writeInto(folder, fileName, content);
  }
  const wallSeconds = (performance.now() - wall) / 1000 - making;
  return {
    files,
    bytes,
    cpuSeconds: cpuSeconds() - start - making,
    wallSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Writes `blog` as pages for Pagefind: title and body, nothing around them. */
export function* listPages(
  blog: BenchBlog,
): Generator<{ readonly url: string; readonly html: string }> {
  for (const { card, body } of blog.posts()) {
    const html = marked.parse(body, { async: false });
    const title = escapeHtml(card.title);
    yield {
      url: card.permalink,
      html: `<!doctype html><html lang="en"><title>${title}</title><body><main data-pagefind-body><h1>${title}</h1>${html}</main></body></html>`,
    };
  }
}

function writeInto(folder: string, fileName: string, content: string | Uint8Array): void {
  const path = join(folder, fileName);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
