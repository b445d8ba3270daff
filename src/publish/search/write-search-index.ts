import { deflateRawSync } from 'node:zlib';

import type { Keyword, PostCard } from '../../content/model/post.ts';
import type { Problem } from '../../content/model/problem.ts';
import { searchFolder } from '../../search/format/index-format.ts';
import { createIndexWriter } from '../../search/write/index-writer.ts';
import { createEmojiWords } from '../../search/write/emoji-words.ts';
import { preparePost } from '../../search/write/prepare-post.ts';
import type { PostSource, PreparedPost } from '../../search/write/prepare-post.ts';
import { loadStemmer, stemmerOf } from '../../search/words/stem.ts';
import type { Stem } from '../../search/words/stem.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** A post as the search index reads it. */
export interface SearchSource {
  readonly card: PostCard;
  /** Markdown without front matter. */
  readonly body: string;
  /** The rendered body, which is read in place of the Markdown. */
  readonly html?: string | undefined;
}

/** What was read of posts before, by path: a development server prepares only the post that changed. */
export type SearchCache = Map<string, CachedPost>;

/** One post of a {@link SearchCache} and what it was made from. */
export interface CachedPost {
  readonly source: SearchSource;
  readonly prepared: PreparedPost;
}

/** What the index is told of the blog. */
export interface SearchIndexOptions {
  /** All keywords, the commonest first. */
  readonly keywords: readonly Keyword[];
  /** The site's language. */
  readonly language: string;
  /** Kept between calls by a development server, which also packs less tightly, as that takes half the time. */
  readonly cache?: SearchCache | undefined;
  /** Takes the problems that are found. */
  readonly report?: ((problem: Problem) => void) | undefined;
}

/**
 * Yields the files of the search index, one at a time: only the words of the posts are held in memory.
 * `posts` come oldest first, `card.id` counting from 0.
 */
export async function* streamSearchIndex(
  posts: Iterable<SearchSource> | AsyncIterable<SearchSource>,
  { keywords, language, cache, report }: SearchIndexOptions,
): AsyncGenerator<OutputFile> {
  const stems = new Map<string, Stem>();
  const failures = new Map<string, StemFailure>();
  const size = { bytes: 0, letters: 0 };
  let path = '';
  const { gemoji } = await import('gemoji');
  const emojiWords = createEmojiWords(gemoji);
  const writer = createIndexWriter({
    keywords,
    source: size,
    // Filled while posts are read, and only then written.
    get languages() {
      return [...stems.keys()];
    },
    get stems() {
      return [...stems.values()];
    },
    deflate: (bytes) => deflateRawSync(bytes, { level: cache === undefined ? 7 : 1 }),
  });
  for await (const source of posts) {
    const key = stemmerOf(source.card.language ?? language);
    const noteFailure = (word: string): void => {
      const known = failures.get(key);
      failures.set(key, known ? { ...known, count: known.count + 1 } : { path, word, count: 1 });
    };
    const stem = stems.get(key) ?? rememberStems(await loadStemmer(key, noteFailure));
    stems.set(key, stem);
    path = source.card.path;
    size.bytes += Buffer.byteLength(source.body);
    size.letters += source.body.length;
    writer.add(source.card, prepare(source, { stem, cache, emojiWords }));
  }
  for (const [key, failure] of failures) report?.(describeFailure(key, failure));
  for (const { name, content } of writer.finish()) {
    yield { fileName: `${searchFolder}${name}`, content };
  }
}

/** Words that the stemmer of one language could not read. */
interface StemFailure {
  /** Post that has the first of them. */
  readonly path: string;
  readonly word: string;
  /** Number of different words. */
  readonly count: number;
}

function describeFailure(language: string, { path, word, count }: StemFailure): Problem {
  const others = count === 1 ? '' : ` and on ${count - 1} more of the blog's words`;
  return {
    kind: 'limit',
    severity: 'info',
    file: `posts/${path}`,
    message: `The stemmer of \`${language}\` fails on \`${word}\`${others}: search finds such words as they are written.`,
  };
}

/** All files of {@link streamSearchIndex}. */
export async function writeSearchIndex(
  posts: Iterable<SearchSource> | AsyncIterable<SearchSource>,
  options: SearchIndexOptions,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for await (const file of streamSearchIndex(posts, options)) files.push(file);
  return files;
}

/** Stems kept by {@link rememberStems}; a blog of 10,000 posts has about as many words. */
const keptStems = 200_000;

/** `stem` with its answers kept: most words of a post were in others before. */
function rememberStems(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const stemmed = stem(word);
    if (known.size < keptStems) known.set(word, stemmed);
    return stemmed;
  };
}

interface PrepareOptions extends Pick<PostSource, 'emojiWords'> {
  readonly stem: Stem;
  readonly cache: SearchCache | undefined;
}

function prepare(source: SearchSource, { stem, cache, emojiWords }: PrepareOptions): PreparedPost {
  const { path, title, keywords } = source.card;
  const known = cache?.get(path);
  if (known !== undefined && isSame(known.source, source)) return known.prepared;
  const prepared = preparePost(
    {
      title,
      keywords: keywords.map(({ name }) => name),
      body: source.body,
      html: source.html,
      emojiWords,
    },
    stem,
  );
  cache?.set(path, { source, prepared });
  return prepared;
}

/** Whether two sources give the same words: ids and other cards' facts may differ. */
function isSame(a: SearchSource, b: SearchSource): boolean {
  return (
    a.body === b.body &&
    a.html === b.html &&
    a.card.title === b.card.title &&
    a.card.language === b.card.language &&
    a.card.keywords.map(({ name }) => name).join('\n') ===
      b.card.keywords.map(({ name }) => name).join('\n')
  );
}
