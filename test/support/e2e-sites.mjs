// The blogs that the browser tests read, each built into `.cache/e2e/<name>/dist`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'smol-toml';
import { writeAttacks } from './attacks/write-attacks.mjs';
import { buildSite, readSampleSettings, root } from './build-site.mjs';
import { writeManyPosts } from './many-posts.mjs';

/** Where the tests' blogs and their reports lie; ignored by git. */
export const workFolder = join(root, '.cache', 'e2e');

/** Folders of real posts, read in place; the tests of them are skipped where there are none. */
const corporaFolder = resolve(root, process.env.RUBRIC_CORPORA ?? '../shared/corpora');
const ownShortcodes = join(root, 'test', 'e2e', 'corpus', 'shortcodes');

/** Notes as Obsidian has them. */
const vault = join(root, 'test', 'fixtures', 'vault');

const corpora = {
  'mnt.io': {
    title: 'mnt.io',
    url: 'https://mnt.example/',
    posts: 'mnt.io/content',
    permalink: '/:section/:slug/',
  },
  '18f': {
    title: '18F',
    url: 'https://18f.example/',
    posts: '18f/content/posts',
    permalink: '/:year/:month/:day/:slug/',
    time_zone: 'America/New_York',
  },
  efcl: {
    title: 'Web Scratch',
    url: 'https://efcl.example/',
    language: 'ja',
    posts: 'efcl/_posts',
    permalink: '/:year/:month/:day/:slug/',
    time_zone: 'Asia/Tokyo',
  },
};

/** Services of other sites, which tests stand in for, and styles of one's own. */
const services = {
  styles: join(root, 'test', 'fixtures', 'jekyll', 'own.css'),
  edit: 'https://git.example/edit/{path}',
  webmention: 'https://mentions.example/',
  comments: {
    service: 'giscus',
    repo: 'ann/blog',
    repo_id: 'R_1',
    category: 'Talk',
    category_id: 'DIC_1',
  },
  counter: { service: 'plausible', url: 'https://stats.example', site: 'moved.example' },
};

/** Name, project that reads it, and settings of every blog. */
export function listSites() {
  const sample = readSampleSettings();
  return [
    { name: 'root', project: 'root', settings: { ...sample, url: 'https://blog.example/' } },
    { name: 'repo', project: 'repo', settings: { ...sample, url: 'https://blog.example/repo/' } },
    { name: 'many', project: 'many', settings: ownFolders('many'), prepare: writeManyPosts },
    { name: 'vault', project: 'many', settings: { ...ownFolders('vault'), posts: vault } },
    { name: 'astro', project: 'many', settings: astroSettings() },
    { name: 'empty', project: 'many', settings: ownFolders('empty'), prepare: () => {} },
    { name: 'languages', project: 'many', settings: readFixture('languages') },
    { name: 'jekyll', project: 'many', settings: { ...readFixture('jekyll'), ...services } },
    { name: 'attacks', project: 'attacks', settings: ownFolders('attacks'), prepare: writeAttacks },
    ...listCorpora(),
  ];
}

/** The settings of a blog in `test/fixtures`, whose folder of posts alone is read. */
function readFixture(name) {
  const folder = join(root, 'test', 'fixtures', name);
  const {
    posts,
    pages: _,
    static: __,
    ...settings
  } = parse(readFileSync(join(folder, 'site.toml'), 'utf8'));
  return { ...ownFolders(name), ...settings, posts: join(folder, posts) };
}

/** The blog of Astro in the fixtures. */
function astroSettings() {
  const folder = join(root, 'test', 'fixtures', 'astro-blog');
  return {
    ...ownFolders('astro'),
    posts: join(folder, 'src', 'content', 'blog'),
    pages: join(folder, 'src', 'pages'),
    static: join(folder, 'public'),
    permalink: '/blog/:path/',
    assets: { '@assets': join(folder, 'src', 'assets') },
    frame_hosts: ['player.example'],
    remote: 'ask',
  };
}

/** The folders of real posts as blogs, none where they are not at hand. */
export function listCorpora() {
  if (!existsSync(corporaFolder)) return [];
  return Object.entries(corpora).map(([name, settings]) => ({
    name,
    project: 'corpus',
    settings: {
      ...ownFolders(name),
      ...settings,
      posts: join(corporaFolder, settings.posts),
      ...(existsSync(join(ownShortcodes, name)) && { shortcodes: join(ownShortcodes, name) }),
    },
  }));
}

function ownFolders(name) {
  const folder = join(workFolder, name);
  return {
    title: `Blog of ${name}`,
    url: `https://${name}.example/`,
    posts: join(folder, 'posts'),
    pages: join(folder, 'pages'),
    static: join(folder, 'static'),
    shortcodes: join(folder, 'shortcodes'),
  };
}

/** Builds `site`; its source folders are made anew first. */
export async function buildForTests({ name, settings, prepare }) {
  const folder = join(workFolder, name);
  rmSync(folder, { recursive: true, force: true });
  for (const own of ['posts', 'pages', 'static', 'shortcodes']) {
    mkdirSync(join(folder, own), { recursive: true });
  }
  prepare?.(join(folder, 'posts'));
  const built = await buildSite(folder, settings);
  writeFileSync(join(folder, 'build.log'), built.output);
  return built;
}
