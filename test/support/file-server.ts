import { writePostIndex } from '../../src/publish/steps/write-post-index.ts';
import { buildCatalog } from '../../src/content/blog/catalog.ts';
import type { Catalog } from '../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../src/content/model/post.ts';
import { testSite } from './create-meta.ts';

/** A server of files in memory, as `fetch`. */
export interface FileServer {
  readonly fetch: typeof globalThis.fetch;
  /** Files by path under the base. May be changed while the server runs. */
  readonly files: Map<string, string>;
  /** Paths asked for, in order, with their query. */
  readonly requests: string[];
  /** Answers by path that go before the files: a response, or an error as of a broken connection. */
  readonly faults: Map<string, () => Response>;
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown',
  html: 'text/html',
};

/** A server of `files` under `base`; what is not there is answered with 404. */
export function createFileServer(
  files: Iterable<readonly [string, string]> = [],
  base = '/',
): FileServer {
  const server: FileServer = {
    files: new Map(files),
    requests: [],
    faults: new Map(),
    fetch: async (input) => {
      const [path = '', query] = String(input).slice(base.length).split('?');
      server.requests.push(query === undefined ? path : `${path}?${query}`);
      const fault = server.faults.get(path);
      if (fault !== undefined) return fault();
      const content = server.files.get(decodeURI(path));
      if (content === undefined) return new Response('Not found', { status: 404 });
      const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return new Response(content, { headers: { 'content-type': type } });
    },
  };
  return server;
}

/** The list files of `metas` and the catalog they were made from. */
export function publishLists(
  metas: readonly PostMeta[],
  buildId = 'b1',
): { readonly catalog: Catalog; readonly files: ReadonlyMap<string, string> } {
  const catalog = buildCatalog(metas, testSite);
  const files = [...writePostIndex(catalog, { buildId })];
  return {
    catalog,
    files: new Map(files.map(({ fileName, content }) => [fileName, String(content)])),
  };
}
