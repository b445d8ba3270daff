import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { hashBytes } from './disk/hash-bytes.ts';
import { nameDefaultIcons } from './icons/write-icons.ts';
import type { AppBundle } from './pages/app-bundle.ts';
import { formatHeaderPolicy } from './pages/csp.ts';
import { openKeptPages } from './pages/kept-pages.ts';
import type { KeptPages } from './pages/kept-pages.ts';
import { packageRoot } from './package/package-root.ts';
import { createMemoryLibrary } from './pages/memory-library.ts';
import {
  createPageFormatter,
  iconNames,
  listInlineScripts,
  minifyThemeScript,
} from './pages/page-html.ts';
import { prerender } from './pages/prerender.ts';
import { recordAnswers } from './pages/record-answers.ts';
import type { HeaderHost } from './output/host-headers.ts';
import type { Workshop, WorkshopOptions } from './steps/open-workshop.ts';
import type { PageHosts } from './render/find-hosts.ts';
import type { Progress } from './report/report-progress.ts';
import type { Blog } from './scan/load-blog.ts';
import type { Publisher } from './steps/list-files.ts';

/** Sets the theme before the first paint; inlined in every page. */
const themeFile = 'src/ui/shell/theme-start.js';

/** What a blog is written with. */
export interface WriteTools {
  readonly workshop: Workshop;
  readonly app: AppBundle;
  readonly options: WorkshopOptions & { readonly headers?: HeaderHost | undefined };
  /** The output folder. */
  readonly folder: string;
  readonly progress: Progress;
}

/** What pages are made by. */
export interface Pages {
  readonly kept: KeptPages;
  readonly make: () => ReturnType<typeof prerender>;
  /** The policy of all of them, for a header. */
  readonly policy: string;
}

interface PageTools extends WriteTools {
  readonly hosts: PageHosts;
  /** The picture for previews of pages without one. */
  readonly image: string | undefined;
}

/** Gets ready to prerender every page. */
export async function openPages(
  publisher: Publisher,
  { workshop, app, options, folder, progress, hosts, image }: PageTools,
): Promise<Pages> {
  const { files, base } = options;
  const { catalog } = publisher.blog;
  const icons = listIcons(publisher.blog);
  const themeScript = minifyThemeScript(await readFile(join(packageRoot, themeFile), 'utf8'));
  const library = createMemoryLibrary({
    catalog,
    overview: publisher.overview,
    loadRecord: async (entry) => (await publisher.loadRecord(entry)).record,
    loadBody: (entry) => publisher.loadBody(entry),
  });
  const listed = Object.values(hosts).map((names) => [...names].toSorted());
  const kept = openKeptPages({
    cache: workshop.cache,
    folder,
    version: hashBytes(JSON.stringify([app.hash, icons, image, ...listed])),
    library,
    async hashPost(permalink) {
      const entry = catalog.byPermalink.get(permalink);
      return entry && publisher.hashView(entry);
    },
  });
  const make: Pages['make'] = () =>
    prerender({
      catalog,
      site: { ...files.site, image },
      base,
      renderPage: app.renderPage,
      openLibrary: () => recordAnswers(library),
      kept,
      format: createPageFormatter({ base, assets: app.assets, themeScript, icons, hosts }),
      onProgress: (done, total) => progress.tell('Writing pages', done, total),
    });
  return { kept, make, policy: formatHeaderPolicy(listInlineScripts(themeScript), hosts) };
}

/** Names of the icons that pages name in their heads. */
function listIcons({ copies }: Blog): readonly string[] {
  const own = new Set(copies.map(({ fileName }) => fileName));
  const named = new Set([...own, ...nameDefaultIcons(own)]);
  return iconNames.filter((name) => named.has(name));
}
