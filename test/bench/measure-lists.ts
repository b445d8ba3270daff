import { gzipSync } from 'node:zlib';
import { buildCatalog } from '../../src/content/catalog.ts';
import type { Catalog } from '../../src/content/catalog.ts';
import type { ListRequest, Overview } from '../../src/content/library.ts';
import { createOverview } from '../../src/content/post-index.ts';
import { createHttp } from '../../src/library/http.ts';
import { createPostIndex } from '../../src/library/load-index.ts';
import { loadPostList } from '../../src/library/load-post-list.ts';
import { writePostIndex } from '../../src/build/write-post-index.ts';
import { testSite } from '../support/create-meta.ts';
import { createFileServer, publishLists } from '../support/file-server.ts';
import { generatePosts } from './generate-posts.ts';
import { createRandom, createZipf } from './random.ts';

/** The list files of `count` generated posts. */
export function publishGenerated(count: number): ReturnType<typeof publishLists> {
  return publishLists(generatePosts(count));
}

/** What a view costs a reader. */
export interface Cost {
  /** Gzipped, headers left out. */
  readonly sizeBytes: number;
  readonly requests: number;
}

/** What the views of a blog cost, each asked for on its own by a reader who has the page's overview. */
export interface ViewCosts {
  /** Root and newest posts: what a prerendered home holds, and what the app fetches without it. */
  readonly home: Cost;
  readonly keyword: Cost;
  /** Half of the pairs that readers of chips choose cost less. */
  readonly typicalPair: Cost;
  readonly worstPair: Cost;
  /** The dearest of a hundred sets of three common keywords. */
  readonly worstTriple: Cost;
  readonly year: Cost;
  readonly month: Cost;
}

/** Pairs tried for the typical one. */
const triedPairs = 101;
/** The worst is looked for among all pairs of so many of the commonest keywords, and beyond by chance. */
const commonestTried = 40;

/** Measures the views of generated posts with the code that reads them in a browser. */
export async function measureViews({
  catalog,
  files,
}: ReturnType<typeof publishLists>): Promise<ViewCosts> {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const size = sizes.get(file) ?? gzipSync(files.get(file) ?? '').length;
    sizes.set(file, size);
    return size;
  };
  const server = createFileServer(files);
  const overview = createOverview(catalog, 'b1');
  const measure = async (requests: readonly ListRequest[], known?: Overview): Promise<Cost> => {
    server.requests.length = 0;
    const index = createPostIndex(createHttp({ base: '/', fetch: server.fetch }), known);
    if (known === undefined) await index.loadOverview();
    for (const request of requests) await loadPostList(index, request);
    const asked = server.requests.map((url) => url.replace(/\?.*/, ''));
    return {
      sizeBytes: asked.reduce((total, file) => total + sizeOf(file), 0),
      requests: asked.length,
    };
  };
  const measurePair = (keywords: readonly string[]): Promise<Cost> =>
    measure([{ kind: 'selection', keywords, pageNumber: 1, counts: 'common' }], overview);

  const typical: Cost[] = [];
  for (const pair of drawPairs(catalog)) typical.push(await measurePair(pair));
  const worstPair = await findWorst(listPairs(catalog), measurePair);
  const worstTriple = await findWorst(listTriples(catalog), measurePair);
  // A year in the middle: its posts are in no file of their own.
  const { year } = catalog.years[Math.floor(catalog.years.length / 2)] ?? { year: 2016 };
  const slug = catalog.keywords[0]?.slug ?? '';
  const first = { pageNumber: 1 } as const;
  return {
    home: await measure([{ kind: 'all', ...first }]),
    keyword: await measure([{ kind: 'keyword', slug, counts: 'common', ...first }], overview),
    typicalPair:
      typical.toSorted((a, b) => a.sizeBytes - b.sizeBytes)[triedPairs >> 1] ?? worstPair,
    worstPair,
    worstTriple,
    year: await measure([{ kind: 'year', year, ...first }], overview),
    month: await measure([{ kind: 'month', year, month: 6, ...first }], overview),
  };
}

/** Pairs as readers choose them: common keywords more often, and only those that go together. */
function drawPairs(catalog: Catalog): readonly (readonly string[])[] {
  const random = createRandom(5);
  const draw = createZipf(catalog.keywords.length, random);
  const pairs: (readonly string[])[] = [];
  while (pairs.length < triedPairs) {
    const first = catalog.keywords[draw()]?.slug;
    // Chips that lead nowhere cannot be chosen: the second is one that some post with the first has.
    const others = catalog.entries[Math.floor(random() * catalog.entries.length)]?.card.keywords;
    const isMatch = others?.some(({ slug }) => slug === first) === true;
    const second = others?.find(({ slug }) => slug !== first)?.slug;
    if (isMatch && first !== undefined && second !== undefined) pairs.push([first, second]);
  }
  return pairs;
}

function listPairs({ keywords }: Catalog): readonly (readonly string[])[] {
  const random = createRandom(9);
  const slugs = keywords.map(({ slug }) => slug);
  return slugs.slice(0, commonestTried).flatMap((first, place) => {
    const chance = slugs[Math.floor(random() * slugs.length)] ?? first;
    const others = new Set([...slugs.slice(place + 1, commonestTried), chance]);
    others.delete(first);
    return [...others].map((second) => [first, second]);
  });
}

function listTriples({ keywords }: Catalog): readonly (readonly string[])[] {
  const random = createRandom(11);
  const draw = (): string => keywords[Math.floor(random() * commonestTried)]?.slug ?? '';
  return Array.from({ length: 100 }, () => [...new Set([draw(), draw(), draw()])]);
}

async function findWorst(
  sets: readonly (readonly string[])[],
  measureSet: (keywords: readonly string[]) => Promise<Cost>,
): Promise<Cost> {
  let worst: Cost = { sizeBytes: 0, requests: 0 };
  for (const set of sets.filter((keywords) => !keywords.includes(''))) {
    const cost = await measureSet(set);
    if (cost.sizeBytes > worst.sizeBytes) worst = cost;
  }
  return worst;
}

/** What building the list files takes. */
export interface BuildCost {
  readonly milliseconds: number;
  /** Most memory of the process at any time. */
  readonly peakBytes: number;
  readonly files: number;
  readonly sizeBytes: number;
}

/** Builds catalog and list files of `count` generated posts and throws each file away. */
export function buildLists(count: number): BuildCost {
  const metas = generatePosts(count);
  const start = performance.now();
  const catalog = buildCatalog(metas, testSite);
  let [files, sizeBytes] = [0, 0];
  for (const { content } of writePostIndex(catalog, { buildId: 'b1' })) {
    files++;
    sizeBytes += content.length;
  }
  const milliseconds = performance.now() - start;
  // Node gives kilobytes.
  return { milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024, files, sizeBytes };
}
