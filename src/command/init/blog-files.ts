import type { NewBlog } from './new-blog.ts';
import { formatWorkflow } from './workflow.ts';

/** The files of a new blog by their path, `/` between parts. */
export function listBlogFiles(blog: NewBlog): ReadonlyMap<string, string> {
  const files = new Map([
    ['site.toml', formatSettings(blog)],
    ['posts/first-post.md', formatPost(blog)],
    ['.gitignore', 'node_modules/\n.rubric/\ndist/\n'],
    ['.github/workflows/publish.yml', formatWorkflow(blog)],
  ]);
  if (blog.hasPackage) files.set('package.json', formatManifest(blog));
  return files;
}

function formatSettings({ title }: NewBlog): string {
  return `# Every line is optional. Lines that begin with # are off: take it away to switch one on.

title = ${JSON.stringify(title)}

# One sentence about the blog: the heading of its first page.
# description = ""

# Where the blog will be published; feeds and previews of links need it. The workflow for GitHub Pages fills it in.
# url = "https://you.example/"

language = "en"

# Which day it is, for posts of today and of the future.
# time_zone = "Europe/Paris"

# Author of posts that name none.
# author = "Your Name"
`;
}

function formatPost({ day }: NewBlog): string {
  return `+++
title = "First post"
date = ${day}
[taxonomies]
keywords = ["beginnings"]
+++

This paragraph is the summary that lists show. Everything is Markdown: *emphasis*, [links](https://commonmark.org/help/),
lists, tables, code.

<!-- more -->

Change this text while \`rubric dev\` runs, and the page follows. A new file beside this one is a new post.
`;
}

function formatManifest({ source }: NewBlog): string {
  const manifest = {
    private: true,
    type: 'module',
    scripts: { start: 'rubric dev', build: 'rubric build', preview: 'rubric preview' },
    devDependencies: { rubric: source },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
