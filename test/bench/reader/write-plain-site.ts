import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { BenchBlog, BenchPost } from './read-blog.ts';

/** The one style sheet of the hand-written site. */
const css = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif;color:#222;background:#fff}
h1,h2,h3{line-height:1.2}a{color:#0645ad}pre{overflow:auto;padding:1rem;background:#f4f4f4;font-size:.85rem}
img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3rem .6rem}
article{margin:2rem 0}nav a{margin-right:1rem}time{color:#666;margin-right:1rem}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#111}a{color:#8ab4f8}pre{background:#222}}
`;

/** Posts of a list's page, as the blog's own has. */
export const listLength = 20;

/** Writes `blog` into `folder` as a page by hand each: HTML and one style sheet, no script. */
export function writePlainSite(blog: BenchBlog, folder: string): void {
  const write = (path: string, title: string, main: string): void => {
    const file = join(folder, path, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, formatPage(blog, title, main));
  };
  writeFileSync(join(folder, 'style.css'), css);
  write('/', blog.title, formatList(blog.title, blog.posts.slice(0, listLength)));
  for (const post of blog.posts) write(post.path, post.title, formatPost(post));
  for (const { slug, name, posts } of listKeywords(blog)) {
    write(`/keywords/${slug}/`, name, formatList(name, posts.slice(0, listLength)));
  }
}

/** Keywords with their posts, newest first. */
export function listKeywords(blog: BenchBlog): readonly {
  readonly slug: string;
  readonly name: string;
  readonly posts: readonly BenchPost[];
}[] {
  const keywords = new Map(blog.posts.flatMap(({ keywords: own }) => own.map((k) => [k.slug, k])));
  return [...keywords.values()].map(({ slug, name }) => ({
    slug,
    name,
    posts: blog.posts.filter((post) => post.keywords.some((k) => k.slug === slug)),
  }));
}

/** The inside of a post's `main`: colours of code are no hand's work and are left out. */
export function formatPost(post: BenchPost): string {
  const body = post.html.replace(/<pre[^]*?<\/pre>/g, (pre) => pre.replace(/<\/?span[^>]*>/g, ''));
  return `<article><h1>${escape(post.title)}</h1>\n<p>${formatFacts(post)}</p>\n${body}</article>`;
}

/** The inside of a list's `main`. */
export function formatList(title: string, posts: readonly BenchPost[]): string {
  const entries = posts.map(
    (post) =>
      `<article><h3><a href="${encodeURI(post.path)}">${escape(post.title)}</a></h3><p>${escape(post.summary)}</p><p>${formatFacts(post)}</p></article>`,
  );
  return `<h1>${escape(title)}</h1>\n${entries.join('\n')}`;
}

function formatFacts({ day, keywords }: BenchPost): string {
  const links = keywords.map(
    ({ slug, name }) => `<a href="/keywords/${encodeURI(slug)}/">${escape(name)}</a>`,
  );
  return `<time datetime="${day}">${day}</time> ${links.join(' ')}`;
}

function formatPage(blog: BenchBlog, title: string, main: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body><nav><a href="/">${escape(blog.title)}</a></nav>
<main>
${main}
</main></body></html>
`;
}

/** `text` as HTML. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
