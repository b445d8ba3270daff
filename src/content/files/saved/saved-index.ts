// What a device has saved of the blog, as it is kept there beside the files.
import { openData } from '../data-reader.ts';
import type { DataReader } from '../data-reader.ts';
import { readCard } from '../post-record.ts';
import { packSavedEntry, readSavedEntry } from './saved-list.ts';
import type { SavedEntry, SavedFile } from './saved-list.ts';
import type { PostCard } from '../../model/post.ts';
import type { SavedScope } from '../../model/saved.ts';

/** Raised with every change that another version would misread; what is saved is then saved again. */
const schema = 1;

/** A post or free page that is there whole. */
export interface SavedPost extends SavedEntry {
  readonly card: PostCard;
}

/** What is saved, and for which wish of the reader. */
export interface SavedIndex {
  /** The build that all was last compared with; empty while something is not there yet. */
  readonly buildId: string;
  /** What the reader has asked for, oldest first. */
  readonly scopes: readonly SavedScope[];
  readonly posts: readonly SavedPost[];
  /** Files that are not of one post. */
  readonly files: readonly SavedFile[];
}

/** Nothing. */
export const emptyIndex: SavedIndex = { buildId: '', scopes: [], posts: [], files: [] };

export function encodeSavedIndex({ posts, ...index }: SavedIndex): string {
  const entries = posts.map((post) => ({ ...packSavedEntry(post), card: post.card }));
  return JSON.stringify({ schema, ...index, posts: entries });
}

/** Throws a `ContentError` for what cannot be read. */
export function decodeSavedIndex(value: unknown, place: string): SavedIndex {
  const data = openData(value, place, schema);
  return {
    buildId: data.string('buildId'),
    scopes: data.records('scopes').map(readScope),
    posts: data
      .records('posts')
      .map((post) => ({ ...readSavedEntry(post), card: readCard(post.record('card')) })),
    files: data.records('files').map((file) => ({
      path: file.string('path'),
      sizeBytes: file.integer('sizeBytes'),
      stamp: file.string('stamp'),
    })),
  };
}

function readScope(data: DataReader): SavedScope {
  const kind = data.choice('kind', ['post', 'keyword', 'blog']);
  switch (kind) {
    case 'post':
      return { kind, permalink: data.string('permalink'), title: data.string('title') };
    case 'keyword':
      return { kind, slug: data.string('slug'), name: data.string('name') };
    case 'blog':
      return { kind };
    default:
      return kind satisfies never;
  }
}
