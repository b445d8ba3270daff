import { selectRows } from '../../content/files/archive-data.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { countKeywords, findCompanions } from '../../content/blog/keyword-count.ts';
import { pageSize } from '../../content/model/library.ts';
import type {
  ArchiveList,
  ArchivePlace,
  ListRequest,
  PostList,
} from '../../content/model/library.ts';
import { createCounts } from '../../content/files/overview-data.ts';

/**
 * A function that cuts pages out of the lists of `entries`, given oldest first.
 *
 * Pages of one list are asked for one after another while pages are prerendered, so the last few lists
 * are kept; those by keyword are all put together at the first call.
 */
export function createLists(entries: readonly CatalogEntry[]): (request: ListRequest) => PostList {
  const newestFirst = entries.toReversed();
  const byKeyword = groupByKeyword(newestFirst);
  const kept = new Map<string, WholeList>();
  const select = (request: ListRequest): WholeList => {
    const { pageNumber: _, ...what } = request;
    const key = JSON.stringify(what);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = selectEntries(request, newestFirst, byKeyword);
    const list = describeList(request, found);
    if (kept.size >= keptLists) kept.clear();
    kept.set(key, list);
    return list;
  };
  return (request) => {
    const { entries: found, ...facts } = select(request);
    const start = (request.pageNumber - 1) * pageSize;
    return {
      posts: found.slice(start, start + pageSize).map(({ card }) => card),
      total: found.length,
      pageNumber: request.pageNumber,
      pageCount: Math.max(1, Math.ceil(found.length / pageSize)),
      ...facts,
    };
  };
}

/** A function that cuts pages out of the archive of `entries`, given oldest first. */
export function createArchive(
  entries: readonly CatalogEntry[],
): (place: ArchivePlace) => ArchiveList {
  const rows = entries
    .map(({ card: { permalink, title, day, language } }) => ({ permalink, title, day, language }))
    .toReversed();
  return (place) => selectRows(rows, place);
}

const keptLists = 16;

/** A list before it is cut into pages. */
interface WholeList extends Pick<PostList, 'counts' | 'companions'> {
  readonly entries: readonly CatalogEntry[];
}

function describeList(request: ListRequest, entries: readonly CatalogEntry[]): WholeList {
  if (request.kind === 'all') return { entries, counts: undefined };
  const used = countKeywords(entries.map(({ card }) => card));
  const counts = createCounts(used.map(({ slug, count }) => [slug, count]));
  const slugs = request.kind === 'keyword' ? [request.slug] : [...new Set(request.keywords)];
  const [slug = '', ...others] = slugs;
  if (others.length > 0) return { entries, counts };
  return { entries, counts, companions: findCompanions(used, slug) };
}

function selectEntries(
  request: ListRequest,
  newestFirst: readonly CatalogEntry[],
  byKeyword: ReadonlyMap<string, readonly CatalogEntry[]>,
): readonly CatalogEntry[] {
  switch (request.kind) {
    case 'all':
      return newestFirst;
    case 'keyword':
      return byKeyword.get(request.slug) ?? [];
    case 'selection': {
      const [first = '', ...rest] = request.keywords;
      const found = byKeyword.get(first) ?? [];
      return found.filter(({ card }) =>
        rest.every((slug) => card.keywords.some((keyword) => keyword.slug === slug)),
      );
    }
    default:
      return request satisfies never;
  }
}

function groupByKeyword(entries: readonly CatalogEntry[]): Map<string, CatalogEntry[]> {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    for (const { slug } of entry.card.keywords) {
      const group = groups.get(slug);
      if (group === undefined) groups.set(slug, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
