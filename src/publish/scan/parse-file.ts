import type { Problem } from '../../content/model/problem.ts';
import { countControls } from '../../content/text/control-characters.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { hasDisplayMath, readPublishing } from '../../content/post/publishing.ts';
import { parsePost } from '../../content/post/parse-post.ts';
import type { ParseOptions } from '../../content/post/parse-post.ts';
import type { PostMeta } from '../../content/model/post.ts';
import { identifyKeyword } from '../../content/post/taxonomy.ts';
import { slugify } from '../../content/text/slug.ts';
import { noVault, translateForLists } from '../../content/vault/vault-source.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { loadTransliterateFor } from '../../content/address/transliterate.ts';

/** What reading one file gave: enough to list the post, not its body. */
export interface ParsedFile {
  readonly meta: PostMeta;
  readonly problems: readonly Problem[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
  /** Whether the text has formulas that no setting of its own asks to read; `undefined`: no. */
  readonly hasUnreadMath?: boolean | undefined;
  /** Whether the text could not be parsed, so that its path alone is known; `undefined`: no. */
  readonly isUnread?: boolean | undefined;
  /** True if the file is no text, whatever its name says; `undefined`: no. */
  readonly isBinary?: boolean | undefined;
  /** Whether it is published without the marks of vaults; `undefined`: no. */
  readonly isRewritten?: boolean | undefined;
  /** Further names that links between brackets may use. */
  readonly names?: readonly string[];
  /** Names between double brackets in the text. */
  readonly linked?: readonly string[];
}

/** How a file is parsed. */
export interface FileOptions extends ParseOptions {
  /** Without them no mark of a vault is read. */
  readonly vault?: VaultRules;
}

/**
 * What lists need of a post, and the hash that tells whether its file has changed. Reports a charset other than
 * UTF-8. Never throws for the text.
 */
export async function parseFile(
  bytes: Uint8Array,
  path: string,
  { vault = noVault, ...options }: FileOptions,
): Promise<ParsedFile> {
  const { text, encoding } = decodeText(bytes);
  const source = translateForLists(text, vault);
  const transliterate = await loadTransliterateFor(options.site);
  const site = vault.isVault ? { ...options.site, vault: true } : options.site;
  const { post, problems } = await parsePost(source.text, path, {
    ...options,
    site,
    transliterate,
    readPublishing,
  });
  const names = readNames(post.frontMatter);
  const hasUnreadMath = post.meta.math === undefined && hasDisplayMath(post.body);
  const parsed = {
    meta: addTags(post.meta, source.tags),
    problems,
    hash: hashBytes(bytes),
    ...(hasUnreadMath && { hasUnreadMath }),
    ...(source.isRewritten && { isRewritten: true }),
    ...(names.length > 0 && { names }),
    ...(source.names.length > 0 && { linked: source.names.slice(0, maxLinked) }),
  };
  if (isBinary(text)) return { ...parsed, problems: [], isBinary: true };
  if (encoding === 'utf-8') return parsed;
  const problem: Problem = {
    kind: 'encoding',
    severity: 'warning',
    file: `${options.collection}/${path}`,
    message: `The file is not UTF-8; it was read as \`${encoding}\`.`,
    remedy: 'Save it as UTF-8.',
  };
  return { ...parsed, problems: [problem, ...problems] };
}

/** Names between brackets beyond this many are not looked at. */
const maxLinked = 1000;

/** Further names of a note: its `aliases` as they are written. */
function readNames(values: Readonly<Record<string, unknown>>): readonly string[] {
  return [values['aliases'], values['alias']]
    .flat()
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}

/** `meta` with the tags of the text among its keywords. */
function addTags(meta: PostMeta, tags: readonly string[]): PostMeta {
  const known = new Set(meta.keywords.map(({ name }) => identifyKeyword(name)));
  const added = tags.filter((tag) => !known.has(identifyKeyword(tag)));
  if (added.length === 0) return meta;
  const keywords = added.map((name) => ({ name, slug: slugify(name) }));
  return { ...meta, keywords: [...meta.keywords, ...keywords].slice(0, maxKeywords) };
}

/** Keywords of a post, those of its text among them. */
const maxKeywords = 100;
/** Signs at the start of a file that are looked at. */
const sampleLength = 4096;
/** Control characters among them: a text that was damaged has a few, a picture one in eight. */
const mostControls = 0.04;
const fewControls = 8;

/** Tells what is no text: a picture, a film, an archive that was named as a post. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  return countControls(sample) > Math.max(fewControls, sample.length * mostControls);
}
