import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { BenchBlog } from './read-blog.ts';
import { formatList, formatPost, listKeywords, listLength } from './write-plain-site.ts';

/** Whether a program of this name answers. */
export function hasHugo(): boolean {
  return spawnSync('hugo', ['version']).status === 0;
}

/** Writes `blog` by the Hugo that is on the path; its sources go beside `folder`. */
export function writeHugoSite(blog: BenchBlog, folder: string): void {
  const source = `${folder}-source`;
  const settings = {
    title: blog.title,
    disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', '404'],
  };
  write(join(source, 'config.json'), JSON.stringify(settings));
  const layout = formatLayout('{{ .Title }}', '{{ .Content }}');
  for (const name of ['index', '_default/single', '_default/list']) {
    write(join(source, 'layouts', `${name}.html`), layout);
  }
  listPages(blog).forEach(({ path, title, body }, i) => {
    const file = path === '/' ? '_index.html' : `page-${i}.html`;
    const head = JSON.stringify({ title, url: path }, undefined, 1);
    write(join(source, 'content', file), `${head}\n${body}`);
  });
  run('hugo', ['--source', source, '--destination', folder, '--quiet'], source);
}

/** Writes `blog` by Eleventy, installed in the folder of packages `tools`; its sources go beside `folder`. */
export function writeEleventySite(blog: BenchBlog, tools: string, folder: string): void {
  const source = `${folder}-source`;
  const layout = formatLayout('{{ title }}', '{{ content | safe }}');
  write(join(source, '_includes', 'page.njk'), layout);
  write(join(source, 'eleventy.config.cjs'), eleventySettings);
  for (const { path, title, body } of listPages(blog)) {
    const head = JSON.stringify({ title, layout: 'page.njk', permalink: `${path}index.html` });
    write(join(source, path, 'index.html'), `---json\n${head}\n---\n${body}`);
  }
  const program = join(tools, '@11ty', 'eleventy', 'cmd.cjs');
  run(process.execPath, [program, '--quiet', '--input=.', `--output=${folder}`], source);
}

const eleventySettings = `module.exports = (config) => config.setUseGitIgnore(false);
module.exports.config = { htmlTemplateEngine: false, markdownTemplateEngine: false };
`;

/** Layout of all pages: styles within the page, as the starters of both have them. */
function formatLayout(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 system-ui,sans-serif}pre{overflow:auto;padding:1rem;background:#f4f4f4}
img{max-width:100%;height:auto}article{margin:2rem 0}nav a{margin-right:1rem}
</style></head><body><nav><a href="/">Home</a></nav><main>${content}</main></body></html>
`;
}

interface GeneratedPage {
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

function listPages(blog: BenchBlog): readonly GeneratedPage[] {
  const home = formatList(blog.title, blog.posts.slice(0, listLength));
  return [
    { path: '/', title: blog.title, body: home },
    ...blog.posts.map((post) => ({ path: post.path, title: post.title, body: formatPost(post) })),
    ...listKeywords(blog).map(({ slug, name, posts }) => ({
      path: `/keywords/${slug}/`,
      title: name,
      body: formatList(name, posts.slice(0, listLength)),
    })),
  ];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function run(program: string, args: readonly string[], folder: string): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed:\n${stdout}${stderr}`);
}
