import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { BenchBlog, BenchPost } from './read-blog.ts';
import { escape, listKeywords, listLength } from './write-plain-site.ts';

/** Writes `blog` as a site of docsify, installed at `docsify`: the posts' Markdown, its program and a theme. */
export function writeDocsifySite(blog: BenchBlog, docsify: string, folder: string): void {
  const places = ['dist', 'lib'].map((name) => join(docsify, name));
  const program = places.find((place) => existsSync(join(place, 'docsify.min.js')));
  if (program === undefined) throw new Error(`No docsify.min.js in ${docsify}.`);
  cpSync(join(program, 'docsify.min.js'), join(folder, 'docsify.min.js'));
  const themes = ['core.min.css', 'core.css', 'vue.css'].map((name) =>
    join(program, 'themes', name),
  );
  const theme = themes.find((file) => existsSync(file));
  if (theme !== undefined) cpSync(theme, join(folder, 'theme.css'));
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('index.html', formatShell(blog));
  write('README.md', formatList(blog.title, blog.posts.slice(0, listLength)));
  for (const post of blog.posts) {
    write(`${post.path}README.md`, `# ${post.title}\n\n${post.markdown}`);
  }
  for (const { slug, name, posts } of listKeywords(blog)) {
    write(`keywords/${slug}/README.md`, formatList(name, posts.slice(0, listLength)));
  }
}

function formatShell(blog: BenchBlog): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(blog.title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/theme.css"></head>
<body><div id="app"></div><script>window.$docsify = { name: ${JSON.stringify(blog.title)}, auto2top: true };</script>
<script src="/docsify.min.js"></script></body></html>
`;
}

function formatList(title: string, posts: readonly BenchPost[]): string {
  const entries = posts.map(({ title: name, path, summary, day, keywords }) => {
    const links = keywords.map((k) => `[${k.name}](/keywords/${encodeURI(k.slug)}/)`);
    return `### [${name}](${encodeURI(path)})\n\n${summary}\n\n${day} ${links.join(' ')}`;
  });
  return `# ${title}\n\n${entries.join('\n\n')}\n`;
}
