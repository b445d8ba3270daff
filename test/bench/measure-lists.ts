import { gzipSync } from 'node:zlib';
import { countArchive, countArchivePages, isListed } from '../../src/content/files/archive-data.ts';
import type { ArchivePart } from '../../src/content/files/archive-data.ts';
import { buildCatalog } from '../../src/content/blog/catalog.ts';
import type { Catalog } from '../../src/content/blog/catalog.ts';
import type { ArchivePlace, ListRequest, Overview } from '../../src/content/model/library.ts';
import { createOverview } from '../../src/content/files/post-index.ts';
import { createHttp } from '../../src/library/net/http.ts';
import { loadArchive } from '../../src/library/lists/load-archive.ts';
import { createPostIndex } from '../../src/library/lists/load-index.ts';
import type { PostIndex } from '../../src/library/lists/load-index.ts';
import { loadPostList } from '../../src/library/lists/load-post-list.ts';
import { writePostIndex } from '../../src/publish/steps/write-post-index.ts';
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
  /** A year in the middle: its posts, or of many posts the first page of its fullest month. */
  readonly year: Cost;
  readonly worstArchivePage: Cost;
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
  const measure = async (
    ask: (index: PostIndex) => Promise<unknown>,
    known?: Overview,
  ): Promise<Cost> => {
    server.requests.length = 0;
    const index = createPostIndex(createHttp({ base: '/', fetch: server.fetch }), known);
    if (known === undefined) await index.loadOverview();
    await ask(index);
    const asked = server.requests.map((url) => url.replace(/\?.*/, ''));
    return {
      sizeBytes: asked.reduce((total, file) => total + sizeOf(file), 0),
      requests: asked.length,
    };
  };
  const measureList = (request: ListRequest, known?: Overview): Promise<Cost> =>
    measure((index) => loadPostList(index, request), known);
  const measureArchive = (place: ArchivePlace): Promise<Cost> =>
    measure((index) => loadArchive(index, place), overview);
  const measurePair = (keywords: readonly string[]): Promise<Cost> =>
    measureList({ kind: 'selection', keywords, pageNumber: 1, counts: 'common' }, overview);

  const typical: Cost[] = [];
  for (const pair of drawPairs(catalog)) typical.push(await measurePair(pair));
  const worstPair = await findWorst(listPairs(catalog).filter(areNamed), measurePair);
  const worstTriple = await findWorst(listTriples(catalog).filter(areNamed), measurePair);
  const slug = catalog.keywords[0]?.slug ?? '';
  const first = { pageNumber: 1 } as const;
  return {
    home: await measureList({ kind: 'all', ...first }),
    keyword: await measureList({ kind: 'keyword', slug, counts: 'common', ...first }, overview),
    typicalPair:
      typical.toSorted((a, b) => a.sizeBytes - b.sizeBytes)[triedPairs >> 1] ?? worstPair,
    worstPair,
    worstTriple,
    year: await measureArchive(chooseYear(overview)),
    worstArchivePage: await findWorst(listArchivePages(overview), measureArchive),
  };
}

/** A year in the middle, or its fullest month. */
function chooseYear(overview: Overview): ArchivePlace {
  const middle = overview.years[Math.floor(overview.years.length / 2)];
  const year = middle?.year ?? 2016;
  const place = { year, month: undefined, pageNumber: 1 };
  const months = middle?.months ?? [];
  const fullest = 1 + months.indexOf(Math.max(...months));
  return isListed(overview, place) ? place : { ...place, month: fullest };
}

/** Every page of the archive that has rows. */
function listArchivePages(overview: Overview): readonly ArchivePlace[] {
  const parts: readonly ArchivePart[] = [
    { year: undefined, month: undefined },
    { year: 0, month: undefined },
    ...overview.years.flatMap(({ year, months }) => [
      { year, month: undefined },
      ...months.map((_, at) => ({ year, month: at + 1 })),
    ]),
  ];
  return parts
    .filter((part) => isListed(overview, part) && countArchive(overview, part) > 0)
    .flatMap((part) => {
      const length = countArchivePages(part, countArchive(overview, part));
      return Array.from({ length }, (_, at) => ({ ...part, pageNumber: at + 1 }));
    });
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

/** Whether a small blog has all of the keywords that were drawn by their rank. */
function areNamed(keywords: readonly string[]): boolean {
  return !keywords.includes('');
}

function listTriples({ keywords }: Catalog): readonly (readonly string[])[] {
  const random = createRandom(11);
  const draw = (): string => keywords[Math.floor(random() * commonestTried)]?.slug ?? '';
  return Array.from({ length: 100 }, () => [...new Set([draw(), draw(), draw()])]);
}

async function findWorst<View>(
  views: readonly View[],
  measureView: (view: View) => Promise<Cost>,
): Promise<Cost> {
  let worst: Cost = { sizeBytes: 0, requests: 0 };
  for (const view of views) {
    const cost = await measureView(view);
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
