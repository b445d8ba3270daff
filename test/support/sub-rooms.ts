/** Rights of one folder of sources. */
export interface SubRoom {
  /** Folders of which its files may import. Its own is always among them. */
  readonly imports: readonly string[];
  /** Files that others may import; `undefined` for a table of tools, all of whose files may be. */
  readonly doors?: readonly string[];
}

/**
 * Every folder of `src` with its arrows. `docs/architecture.md` says in a sentence what each is for. An arrow is added
 * here on purpose or not at all; the folders form no cycle.
 */
export const subRooms: Readonly<Record<string, SubRoom>> = {
  content: {
    imports: [
      'content/model',
      'content/site',
      'content/markdown',
      'content/finish',
      'content/shortcode',
    ],
  },
  'content/model': { imports: [] },
  'content/text': { imports: [] },
  'content/plain': {
    imports: ['content/text', 'content/html', 'content/markdown/constructs'],
    doors: ['inline-text.ts', 'link-labels.ts', 'markdown-blocks.ts', 'summary.ts'],
  },
  'content/front-matter/base': { imports: ['content/text'] },
  'content/front-matter': {
    imports: ['content/model', 'content/front-matter/base'],
    doors: [
      'block.ts',
      'fields.ts',
      'find-place.ts',
      'front-matter.ts',
      'hiding-setting.ts',
      'load-formats.ts',
      'read-front-matter.ts',
    ],
  },
  'content/site': { imports: ['content/model', 'content/text', 'content/front-matter'] },
  'content/post': {
    imports: [
      'content/model',
      'content/text',
      'content/plain',
      'content/front-matter/base',
      'content/front-matter',
      'content/site',
      'content/markdown/constructs',
    ],
    doors: [
      'parse-post.ts',
      'post-card.ts',
      'read-body.ts',
      'split-post.ts',
      'taxonomy.ts',
      'visibility.ts',
    ],
  },
  'content/blog': {
    imports: ['content/model', 'content/text', 'content/site', 'content/post'],
    doors: ['alias.ts', 'catalog.ts', 'keyword-count.ts'],
  },
  'content/files': { imports: ['content/model', 'content/text', 'content/site', 'content/blog'] },
  'content/html': { imports: ['content/model', 'content/text'] },
  'content/code': {
    imports: ['content/model'],
    doors: [
      'code-block.ts',
      'language-table.ts',
      'load-code.ts',
      'load-grammar.ts',
      'plain-code.ts',
    ],
  },
  'content/markdown/base': { imports: ['content/model', 'content/html'] },
  'content/markdown/constructs': { imports: ['content/model', 'content/markdown/base'] },
  'content/markdown': {
    imports: [
      'content/model',
      'content/html',
      'content/code',
      'content/markdown/base',
      'content/markdown/constructs',
    ],
    doors: ['render-markdown.ts', 'syntax-needs.ts', 'token-place.ts'],
  },
  'content/finish': {
    imports: ['content/model', 'content/text', 'content/site', 'content/html', 'content/markdown'],
    doors: ['cover.ts', 'finish-html.ts', 'heading-id.ts', 'problem-log.ts'],
  },
  'content/shortcode/tags': {
    imports: [],
    doors: ['arguments.ts', 'match-tags.ts', 'scan.ts', 'tag.ts'],
  },
  'content/shortcode/base': {
    imports: ['content/model', 'content/site', 'content/shortcode/tags'],
  },
  'content/shortcode/liquid': {
    imports: ['content/model', 'content/site', 'content/shortcode/tags', 'content/shortcode/base'],
    doors: ['liquid-expression.ts', 'liquid.ts'],
  },
  'content/shortcode/built-in': {
    imports: ['content/model', 'content/markdown/constructs', 'content/shortcode/base'],
    doors: ['code-shortcodes.ts', 'shortcodes.ts'],
  },
  'content/shortcode': {
    imports: [
      'content/model',
      'content/site',
      'content/shortcode/tags',
      'content/shortcode/base',
      'content/shortcode/liquid',
      'content/shortcode/built-in',
    ],
    doors: ['load-shortcodes.ts', 'tagged-body.ts'],
  },
  'search/words': { imports: ['content/model', 'content/text', 'search/format'] },
  'search/text': {
    imports: [
      'content/text',
      'content/plain',
      'content/front-matter',
      'content/html',
      'content/finish',
      'search/words',
    ],
    doors: ['html-blocks.ts', 'passage.ts', 'sections.ts', 'text-blocks.ts', 'weight.ts'],
  },
  'search/format': { imports: ['content/model'] },
  'search/write': {
    imports: ['content/model', 'search/words', 'search/text', 'search/format'],
    doors: ['index-writer.ts', 'prepare-post.ts'],
  },
  'search/read': {
    imports: ['content/model', 'search/words', 'search/text', 'search/format'],
    doors: ['byte-budgets.ts', 'find-posts.ts', 'index-files.ts', 'index-reader.ts'],
  },
  'publish/disk': { imports: ['content/model', 'content/text'] },
  'publish/report': { imports: ['content/model'] },
  'publish/scan': {
    imports: [
      'content/model',
      'content/text',
      'content/front-matter',
      'content/site',
      'content/post',
      'content/blog',
      'content/finish',
      'publish/disk',
      'publish/report',
    ],
    doors: [
      'find-target.ts',
      'list-routes.ts',
      'load-blog.ts',
      'parse-file.ts',
      'parse-nothing.ts',
      'read-mentions.ts',
      'read-shortcodes.ts',
      'read-site.ts',
    ],
  },
  'publish/render': {
    imports: [
      'content',
      'content/model',
      'content/text',
      'content/site',
      'content/post',
      'content/html',
      'content/code',
      'publish/disk',
      'publish/scan',
    ],
    doors: [
      'bundle-thread.ts',
      'generated-modules.ts',
      'render-pool.ts',
      'render-post.ts',
      'render-store.ts',
    ],
  },
  'publish/feeds': {
    imports: [
      'content/model',
      'content/text',
      'content/site',
      'content/blog',
      'content/html',
      'publish/disk',
    ],
    doors: ['escape-xml.ts', 'feed.ts', 'serialized-html.ts', 'write-feeds.ts'],
  },
  'publish/steps': {
    imports: [
      'content/model',
      'content/text',
      'content/site',
      'content/blog',
      'content/files',
      'content/finish',
      'search/words',
      'search/format',
      'search/write',
      'publish/disk',
      'publish/scan',
      'publish/render',
      'publish/feeds',
    ],
    doors: ['list-files.ts', 'open-workshop.ts', 'write-site-files.ts'],
  },
  'publish/pages': {
    imports: [
      'content/model',
      'content/site',
      'content/blog',
      'content/files',
      'content/html',
      'publish/disk',
      'publish/scan',
      'publish/render',
    ],
    doors: [
      'app-chunks.ts',
      'bundle-app.ts',
      'kept-pages.ts',
      'memory-library.ts',
      'page-html.ts',
      'prerender.ts',
      'record-answers.ts',
    ],
  },
  publish: {
    imports: [
      'content/model',
      'content/site',
      'publish/disk',
      'publish/report',
      'publish/scan',
      'publish/render',
      'publish/steps',
      'publish/pages',
    ],
    doors: [],
  },
  'library/net': { imports: ['content/site'] },
  'library/lists': {
    imports: ['content/model', 'content/blog', 'content/files', 'library/net'],
    doors: [
      'card-memory.ts',
      'list-page.ts',
      'load-archive.ts',
      'load-cards.ts',
      'load-index.ts',
      'load-post-list.ts',
    ],
  },
  'library/post': {
    imports: [
      'content/model',
      'content/text',
      'content/site',
      'content/files',
      'content/html',
      'library/net',
      'library/lists',
    ],
    doors: [
      'adopt-body.ts',
      'find-near-posts.ts',
      'load-post.ts',
      'render-in-worker.ts',
      'sanitize.ts',
      'start-render-worker.ts',
    ],
  },
  'library/search': {
    imports: [
      'content/model',
      'search/words',
      'search/text',
      'search/format',
      'search/read',
      'library/net',
    ],
    doors: ['search-posts.ts'],
  },
  library: {
    imports: [
      'content/model',
      'content/text',
      'content/site',
      'content/files',
      'library/net',
      'library/lists',
      'library/post',
      'library/search',
    ],
    doors: ['fetch-library.ts'],
  },
  'ui/words': { imports: ['ui/move'] },
  // Its parts are files that may not come, as those of the library.
  'ui/frame': { imports: ['content/model', 'content/site', 'library/net'] },
  'ui/head': {
    imports: ['content/model', 'content/site', 'ui/frame'],
    doors: ['head-html.ts', 'head-update.ts', 'head.ts', 'page-title.ts'],
  },
  'ui/list': { imports: ['content/model', 'ui/words', 'ui/frame', 'ui/move'] },
  'ui/search': {
    imports: ['content/model', 'search/words', 'ui/words', 'ui/frame', 'ui/list', 'ui/move'],
    doors: ['SearchResults.tsx', 'search-session.ts'],
  },
  'ui/home': {
    imports: [
      'content/model',
      'ui/words',
      'ui/frame',
      'ui/list',
      'ui/search',
      'ui/home/choice',
      'ui/move',
    ],
    doors: ['HomePage.tsx'],
  },
  'ui/home/choice': {
    imports: ['content/model', 'ui/frame', 'ui/list', 'ui/move'],
    doors: ['home-address.ts', 'home-choice.ts', 'home-list.ts', 'home-moves.ts'],
  },
  'ui/post': {
    imports: [
      'content/model',
      'content/site',
      'search/words',
      'ui/words',
      'ui/frame',
      'ui/list',
      'ui/move',
    ],
    doors: ['PostPage.tsx'],
  },
  'ui/overview': {
    imports: ['content/model', 'content/site', 'content/files', 'ui/words', 'ui/frame', 'ui/list'],
    doors: ['ArchivePage.tsx', 'KeywordPage.tsx', 'KeywordsPage.tsx'],
  },
  'ui/shell': {
    imports: [
      'content/model',
      'content/site',
      'ui/words',
      'ui/frame',
      'ui/list',
      'ui/home',
      'ui/post',
      'ui/overview',
      'ui/move',
    ],
    doors: ['App.tsx', 'routes.tsx', 'theme.ts'],
  },
  'ui/start': {
    imports: ['content/model', 'content/site', 'ui/frame', 'ui/head', 'ui/shell', 'ui/move'],
    doors: ['boot.ts', 'start-app.tsx'],
  },
  'ui/move': { imports: ['content/model', 'content/site', 'ui/frame'] },
  worker: {
    imports: [
      'content',
      'content/model',
      'content/text',
      'content/front-matter',
      'content/site',
      'content/post',
      'content/files',
      'content/code',
      'content/markdown/constructs',
      'content/markdown',
      'content/finish',
      'content/shortcode',
    ],
  },
  entry: {
    imports: [
      'content/model',
      'content/site',
      'library',
      'ui/frame',
      'ui/head',
      'ui/shell',
      'ui/start',
    ],
  },
};
