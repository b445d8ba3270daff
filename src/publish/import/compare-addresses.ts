import { readFileSync } from 'node:fs';

import { loadTransliterate } from '../../content/address/transliterate.ts';
import type { PostMeta } from '../../content/model/post.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Problem } from '../../content/model/problem.ts';
import { splitPost } from '../../content/post/split-post.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { zonedDay } from '../../content/text/time-zone.ts';
import { loadBlog } from '../scan/load-blog.ts';
import type { Blog } from '../scan/load-blog.ts';
import { parseFile } from '../scan/parse-file.ts';
import { createMentionReader } from '../scan/read-mentions.ts';
import type { SiteFiles } from '../scan/read-site.ts';
import { findOldAddress } from './old-address.ts';
import type { ProjectKind } from './read/reading.ts';

/** The address of a post before and after. */
export interface AddressMove {
  /** Path of the post for messages. */
  readonly file: string;
  /** By the rules of its generator; `undefined` where they give none. */
  readonly from: string | undefined;
  readonly to: string;
  /** Whether the old address opens the post: it is the new one, or leads to it. */
  readonly isKept: boolean;
}

/** The blog that a settings file makes of a project, and where its posts are. */
export interface ComparedAddresses {
  readonly moves: readonly AddressMove[];
  readonly hiddenCount: number;
  readonly problems: readonly Problem[];
}

/** Reads the posts of `files` as a build would, and compares their addresses with those of their generator. */
export async function compareAddresses(
  files: SiteFiles,
  kind: ProjectKind,
): Promise<ComparedAddresses> {
  const { site } = files;
  const blog = await openBlog(files);
  const transliterate = await loadTransliterate();
  const moves = await Promise.all(
    [...blog.catalog.entries, ...blog.catalog.pages].map(async ({ meta }): Promise<AddressMove> => {
      const text = decodeText(readFileSync(blog.fileOf(meta))).text;
      const { values } = await splitPost(text, nameSource(meta));
      const { title, date, path } = meta;
      const isPage = meta.collection === 'pages';
      const post = { path, isPage, values, title, day: date?.day, language: findLanguage(meta) };
      // A page at the root was the first page, which the list of posts is here.
      const isHome = /^index\.\w+$/.test(path);
      const from = isHome ? undefined : findOldAddress(post, { kind, site, transliterate });
      const to = meta.permalink;
      return {
        file: nameSource(meta),
        from,
        to,
        isKept: from === undefined || isKept(from, to, blog),
      };
    }),
  );
  return {
    moves: moves.toSorted((a, b) => (a.to < b.to ? -1 : 1)),
    hiddenCount: blog.hidden.length,
    problems: blog.problems,
  };
}

/** The blog as its files tell it, read in this thread: an import is done once. */
function openBlog(files: SiteFiles): Promise<Blog> {
  const { site } = files;
  const today = zonedDay(Date.now(), site.timeZone ?? 'UTC');
  return loadBlog({
    files,
    parse: (collection, file, vault) =>
      parseFile(readFileSync(file.file), file.path, { site, collection, today, vault }),
    listMentions: createMentionReader(site.url),
  });
}

function isKept(from: string, to: string, { catalog }: Blog): boolean {
  const old = decodeURI(from);
  // A static host answers at `/x/` and at `/x.html`.
  return (
    old === to || catalog.redirects.some((redirect) => redirect.from === old && redirect.to === to)
  );
}

/** The language that the name of a file says. */
function findLanguage({ path, language }: PostMeta): string | undefined {
  if (language === undefined) return undefined;
  const tag = language.toLowerCase();
  const isNamed =
    path.toLowerCase().includes(`.${tag}.`) || path.toLowerCase().startsWith(`${tag}/`);
  return isNamed ? language : undefined;
}
