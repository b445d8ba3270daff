import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Plugin, ResolvedConfig, UserConfig } from 'vite';
import solid from 'vite-plugin-solid';

import { ContentError } from '../content/model/problem.ts';
import { escapeHtml } from '../content/model/html.ts';
import { defaultSite } from '../content/site/site.ts';
import type { Site } from '../content/site/site.ts';
import { readDirection } from '../content/text/direction.ts';
import { buildBlog } from './build-blog.ts';
import { bundleApp } from './pages/bundle-app.ts';
import { createAppChunks, createWorkerChunks } from './pages/app-chunks.ts';
import type { HeaderHost } from './output/host-headers.ts';
import { generatedModules } from './render/generated-modules.ts';
import { slimMarked } from './render/slim-marked.ts';
import { findBase, readSite } from './scan/read-site.ts';
import type { SiteFiles } from './scan/read-site.ts';
import { readOwnStyles } from './scan/files/own-styles.ts';
import { readShortcodes } from './scan/read-shortcodes.ts';
import { createPagesHandler } from './serve-pages.ts';
import { serveBlog } from './writing/serve-blog.ts';
import { listPackages, packageRoot } from './package/package-root.ts';
import { findCacheFolder } from './steps/open-workshop.ts';

const siteModule = 'virtual:rubric/site';
const shortcodesModule = 'virtual:rubric/shortcodes';
const stylesModule = 'virtual:rubric/styles.css';

const ownModules = new Set([siteModule, shortcodesModule, stylesModule]);

/** How long plugins take says more about a busy machine than about the blog. */
const quietChecks = { bundlerTimings: false };

/**
 * Packages of the app that come late, named so that the development server need not find out and start over; an installed
 * app's packages it would not find at all.
 */
const lazyPackages = [
  'dompurify',
  'highlight.js/lib/core',
  'highlight.js/lib/languages/*',
  'marked',
  'smol-toml',
  'solid-js/web/storage',
  'temml',
  'unidecode',
  'yaml',
];

const clientEntry = 'src/entry-client.tsx';
const serverEntry = 'src/entry-server.tsx';

/** Which blog the plugins make, and for whom. */
export interface RubricOptions {
  /** Folder of the blog: of its settings, and of what is kept from build to build. Default: the root of Vite. */
  readonly folder?: string;
  /** The command that publishes, for advice. Default `npm run build`. */
  readonly buildCommand?: string;
  /** A host whose file of headers a build writes. */
  readonly headers?: HeaderHost | undefined;
  /** Told the name of the app that a build has used; see `last-app.ts`. */
  readonly noteApp?: (hash: string) => Promise<void>;
}

/**
 * The Vite plugins that make a blog of a folder of Markdown: they serve it in development, publish it at
 * build, and preview what was published by the rules of GitHub Pages. The root of Vite must be Rubric's own folder.
 */
export function rubric(options: RubricOptions = {}): Plugin[] {
  let site: Site = defaultSite;
  const noteSite = (read: Site): void => void (site = read);
  return [
    generatedModules(() => site),
    blog(options, noteSite),
    // The server's code is for prerendering; the client takes the page over without hydrating it.
    // `moduleName`: templates must be made through a Trusted Types policy.
    solid({ ssr: true, solid: { hydratable: false, moduleName: '/src/ui/head/trusted-types.ts' } }),
  ];
}

function blog(
  { folder, buildCommand = 'npm run build', noteApp, headers }: RubricOptions,
  noteSite: (site: Site) => void,
): Plugin {
  let files: SiteFiles;
  let cacheFolder: string;
  const blogOf = (root?: string): string => resolve(folder ?? root ?? process.cwd());
  let config: ResolvedConfig;
  const modules = new Set<string>();
  return {
    name: 'rubric',
    config(user) {
      try {
        const blogFolder = blogOf(user.root);
        files = readSite(blogFolder);
        noteSite(files.site);
        cacheFolder = findCacheFolder(blogFolder);
        return { ...configure(user, files), cacheDir: join(cacheFolder, 'vite') };
      } catch (error) {
        return hideStack(error);
      }
    },
    configResolved(resolved) {
      config = resolved;
      files = { ...files, output: resolve(config.root, config.build.outDir) };
    },
    resolveId: (id) => (ownModules.has(id) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${siteModule}`) return `export const site = ${formatSite(files.site)};`;
      if (id === `\0${stylesModule}`) return (await readOwnStyles(files).catch(hideStack)).css;
      if (id !== `\0${shortcodesModule}`) return undefined;
      const { templates } = await readShortcodes(files.shortcodes);
      return `export const shortcodes = ${JSON.stringify(templates)};`;
    },
    buildEnd() {
      for (const id of this.getModuleIds()) modules.add(id);
    },
    transformIndexHtml: (html) => fillShell(html, files.site),
    async configureServer(server) {
      const checkSettings = (): void => void readSite(blogOf(config.root));
      return serveBlog(server, {
        files,
        base: decodeURI(config.base),
        cacheFolder,
        checkSettings,
      });
    },
    configurePreviewServer(server) {
      const root = resolve(config.root, config.build.outDir);
      if (!existsSync(root))
        throw withoutStack(`No blog is published yet. Run \`${buildCommand}\` first.`);
      server.middlewares.use(createPagesHandler({ root, base: decodeURI(config.base) }));
    },
    async buildApp(builder) {
      const isOffline = files.site.offline;
      await buildBlog({
        files,
        base: decodeURI(config.base),
        cacheFolder,
        headers,
        folder: resolve(config.root, config.build.outDir),
        logger: config.logger,
        async openApp(settings) {
          const app = await bundleApp(builder, { cacheFolder, settings, isOffline, modules });
          await noteApp?.(app.hash);
          return app;
        },
      }).catch(hideStack);
    },
  };
}

/** Settings of Vite that follow from those of the blog. */
function configure(user: UserConfig, { site, file, static: statics }: SiteFiles): UserConfig {
  const root = resolve(user.root ?? process.cwd());
  return {
    base: encodeURI(findBase(site, user.base)),
    // Static files lie where `site.toml` says, and some of them are drafts: the plugin copies them.
    publicDir: false,
    // Fonts and styles of packages, wherever the package manager has put them, and those of the blog.
    server: { fs: { allow: [packageRoot, ...listPackages(packageRoot), dirname(file), statics] } },
    optimizeDeps: { include: lazyPackages },
    // The worker that renders posts loads parts of itself and languages for code as it meets them.
    worker: {
      format: 'es',
      plugins: () => [generatedModules(() => site), slimMarked()],
      rolldownOptions: { output: { codeSplitting: createWorkerChunks() } },
    },
    // One configuration for both builds, so that the log of the server's can be kept quiet.
    builder: { sharedConfigBuild: true, sharedPlugins: true },
    // Browsers without `light-dark()` show black on white; a stand-in would double the colours.
    build: {
      // What is there and has not changed stays; the rest is removed at the end.
      emptyOutDir: false,
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      // One sheet, kept for all pages: each page has the rules of its first view inlined.
      cssCodeSplit: false,
      // The policy of pages takes fonts from files alone.
      assetsInlineLimit: (name) => (/\.(?:woff2?|[ot]tf)$/i.test(name) ? false : undefined),
      rolldownOptions: { checks: quietChecks },
      // The plugin puts the app's files where they belong, and keeps them for the next build.
      write: false,
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: createAppChunks(resolve(root, clientEntry)) },
          },
        },
      },
      // Renders pages during the build and is thrown away after it.
      ssr: {
        resolve: { noExternal: true },
        build: {
          rolldownOptions: { input: serverEntry, checks: quietChecks },
        },
      },
    },
  };
}

/** The settings for the app, which has its sentences from modules of their own. */
function formatSite(site: Site): string {
  return JSON.stringify({ ...site, messages: undefined } satisfies Site);
}

/** Throws `error`; of one that tells the blogger what to change, nothing but that, for a stack would hide it. */
function hideStack(error: unknown): never {
  if (!(error instanceof ContentError)) throw error;
  const { frame } = error.problem;
  throw withoutStack(frame === undefined ? error.message : `${error.message}\n${frame}`);
}

/** An error that is printed as `text` alone; its message is the first line. */
function withoutStack(text: string): Error {
  return Object.assign(new Error(text.split('\n', 1)[0]), { stack: text });
}

/** The page shell with the blog's language and title. */
function fillShell(html: string, site: Site): string {
  return html
    .replace('<html lang="en">', () => {
      const direction = readDirection(site.language) === 'rtl' ? ' dir="rtl"' : '';
      return `<html lang="${escapeHtml(site.language)}"${direction}>`;
    })
    .replace('<title>Blog</title>', () => `<title>${escapeHtml(site.title)}</title>`);
}
