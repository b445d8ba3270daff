import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

import { findTool } from './find-tools.ts';
import type { BenchBlog } from './read-blog.ts';
import { writeDocsifySite } from './write-docsify-site.ts';
import { hasHugo, writeEleventySite, writeHugoSite } from './write-generated-sites.ts';
import { writePlainSite } from './write-plain-site.ts';

/** A way to publish the blog. */
export interface Subject {
  readonly name: string;
  /** Its label in host names. */
  readonly label: string;
  readonly folder: string;
  /** Selector of the element whose text is read. */
  readonly root: string;
  /** What stands before the path of a post in its address; nothing if not said. */
  readonly prefix?: string;
}

/** The subject to which all others are compared, and the same once more: their difference is the machine's noise. */
export const handWritten = 'hand-written';
export const control = 'control';
export const own = 'Rubric';

const images = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif', '.mp4']);

/** The blog in `dist` published in all ways that are at hand, by Hugo or else by Eleventy, each in a folder below `folder`. */
export function prepareSites(blog: BenchBlog, dist: string, folder: string): readonly Subject[] {
  const eleventy = hasHugo() ? undefined : findTool('eleventy');
  const docsify = findTool('docsify');
  const place = (name: string): string => {
    const made = resolve(folder, name);
    mkdirSync(made, { recursive: true });
    cpSync(dist, made, { recursive: true, filter: isFolderOrImage });
    return made;
  };
  const plain = place('plain');
  writePlainSite(blog, plain);
  const subjects: Subject[] = [
    { name: handWritten, label: 'plain', folder: plain, root: 'main' },
    { name: control, label: 'control', folder: plain, root: 'main' },
  ];
  if (hasHugo()) {
    const made = place('hugo');
    writeHugoSite(blog, made);
    subjects.push({ name: 'Hugo', label: 'hugo', folder: made, root: 'main' });
  }
  if (eleventy !== undefined) {
    const made = place('eleventy');
    writeEleventySite(blog, eleventy, made);
    subjects.push({ name: 'Eleventy', label: 'eleventy', folder: made, root: 'main' });
  }
  if (docsify !== undefined) {
    const made = place('docsify');
    writeDocsifySite(blog, join(docsify, 'docsify'), made);
    for (const { path, source } of blog.posts)
      copyImages(join(dist, 'posts', dirname(source)), join(made, path));
    subjects.push({ name: 'docsify', label: 'docsify', folder: made, root: '#main', prefix: '/#' });
  }
  return [...subjects, { name: own, label: 'rubric', folder: resolve(dist), root: 'main' }];
}

/** The pictures beside a post, to which its Markdown refers by name. */
function copyImages(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true, filter: isFolderOrImage });
}

function isFolderOrImage(path: string): boolean {
  const kind = extname(path).toLowerCase();
  return images.has(kind) || !/^\.[a-z]+\d?$/.test(kind);
}
