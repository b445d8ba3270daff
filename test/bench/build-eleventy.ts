import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { PostMeta } from '../../src/content/model/post.ts';
import { generateMarkdown } from './generate-posts.ts';
import { measureCommand } from './measure-process.ts';
import type { ProcessCost } from './measure-process.ts';

const pagefindProgram = '../../node_modules/pagefind/lib/runner/bin.cjs';

const layout = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main data-pagefind-body><h1>{{ title }}</h1>{{ content }}</main></body></html>
`;

const home = `---
layout: post.html
title: Home
pagination: { data: collections.posts, size: 20, reverse: true, alias: shown }
permalink: "{% if pagination.pageNumber > 0 %}/page/{{ pagination.pageNumber }}{% endif %}/index.html"
---
{% for post in shown %}<p><a href="{{ post.url }}">{{ post.data.title }}</a></p>{% endfor %}
`;

/** Writes `posts` as a blog of Eleventy into `folder`: a page each, and lists of twenty. */
export function writeEleventySite(folder: string, posts: readonly PostMeta[]): void {
  write(folder, '_includes/post.html', layout);
  write(folder, 'index.html', home);
  write(folder, 'posts/posts.json', '{ "layout": "post.html", "tags": "posts" }');
  for (const meta of posts) write(folder, `posts/${meta.path}`, toYaml(meta));
}

/** Builds the site of `folder` with the Eleventy of `eleventy`, and indexes it with our own Pagefind. */
export async function buildWithEleventy(folder: string, eleventy: string): Promise<ProcessCost> {
  const program = join(eleventy, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  const built = await measureCommand(process.execPath, [program, '--quiet'], { cwd: folder });
  const pagefind = fileURLToPath(new URL(pagefindProgram, import.meta.url));
  const indexed = await measureCommand(process.execPath, [pagefind, '--site', '_site'], {
    cwd: folder,
  });
  return {
    cpuSeconds: built.cpuSeconds + indexed.cpuSeconds,
    wallSeconds: built.wallSeconds + indexed.wallSeconds,
    peakMegabytes: Math.max(built.peakMegabytes, indexed.peakMegabytes),
    output: built.output + indexed.output,
  };
}

/** The file of a post with front matter as Eleventy reads it. */
function toYaml(meta: PostMeta): string {
  const [, , body = ''] = generateMarkdown(meta).split('+++\n');
  const date = meta.date === undefined ? '' : `date: ${meta.date.day}\n`;
  return `---\ntitle: ${JSON.stringify(meta.title)}\n${date}---\n${body}`;
}

function write(folder: string, name: string, content: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
