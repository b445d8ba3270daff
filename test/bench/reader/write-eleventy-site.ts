import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { BenchBlog } from './read-blog.ts';
import { escape, formatList, formatPost, listKeywords, listLength } from './write-plain-site.ts';

/** Layout of all pages: styles within the page, as Eleventy's own starter has them. */
const layout = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title><link rel="icon" href="data:,"><style>
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 system-ui,sans-serif}pre{overflow:auto;padding:1rem;background:#f4f4f4}
img{max-width:100%;height:auto}article{margin:2rem 0}nav a{margin-right:1rem}
</style></head><body><nav><a href="/">Home</a></nav><main>{{ content | safe }}</main></body></html>
`;

const settings = `module.exports = (config) => config.setUseGitIgnore(false);
module.exports.config = { htmlTemplateEngine: false, markdownTemplateEngine: false };
`;

/** Writes `blog` by Eleventy, installed in the folder of packages `tools`; its sources go beside `folder`. */
export function writeEleventySite(blog: BenchBlog, tools: string, folder: string): void {
  const source = `${folder}-source`;
  const write = (path: string, title: string, body: string): void => {
    const head = { title: escape(title), layout: 'page.njk', permalink: `${path}index.html` };
    const file = join(source, path, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---json\n${JSON.stringify(head)}\n---\n${body}`);
  };
  mkdirSync(join(source, '_includes'), { recursive: true });
  writeFileSync(join(source, '_includes', 'page.njk'), layout);
  writeFileSync(join(source, 'eleventy.config.cjs'), settings);
  write('/', blog.title, formatList(blog.title, blog.posts.slice(0, listLength)));
  for (const post of blog.posts) write(post.path, post.title, formatPost(post));
  for (const { slug, name, posts } of listKeywords(blog)) {
    write(`/keywords/${slug}/`, name, formatList(name, posts.slice(0, listLength)));
  }
  const program = join(tools, '@11ty', 'eleventy', 'cmd.cjs');
  const args = [program, '--quiet', '--input=.', `--output=${folder}`];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: source, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Eleventy failed:\n${stderr}`);
}
