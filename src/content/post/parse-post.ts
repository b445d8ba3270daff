// Over 250 lines because it joins the readers of all settings to one post.

import { findGenerator } from '../address/generator.ts';
import { loadReadAddress } from '../site/load-address.ts';
import type { Problem, ProblemKind } from '../model/problem.ts';
import { isDate, readDate } from './date.ts';
import { createFields } from '../front-matter/fields.ts';
import type { Fields } from '../front-matter/fields.ts';
import { findPlace } from '../front-matter/find-place.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { emojiMark } from '../markdown/constructs/emoji.ts';
import { loadEmoji } from '../markdown/constructs/load-emoji.ts';
import { isSameLanguage, parseLanguage } from '../text/language.ts';
import { cutText, maximumSummaryLength } from '../text/cut-text.ts';
import { readInline } from '../plain/inline-text.ts';
import { parsePostPath } from '../site/post-path.ts';
import type { PostPath } from '../site/post-path.ts';
import type { Collection, ParsedPost, PostDate, PostMeta } from '../model/post.ts';
import { readMath } from './math-setting.ts';
import type { Publishing, ReadPublishing } from './publishing.ts';
import { readAuthor, readImage, readSeries, readToc } from './settings.ts';
import type { Site } from '../site/site.ts';
import type { Transliterate } from '../address/spelling.ts';
import { boundTexts } from './repeated-texts.ts';
import type { LongText } from './repeated-texts.ts';
import { summarize } from '../plain/summary.ts';
import { readCategories, readKeywords } from './taxonomy.ts';
import { splitPost } from './split-post.ts';
import { readTitle } from './title.ts';
import { describeUnclear, findHiddenReason, publishedNames } from './visibility.ts';
import { wordList } from '../text/word-list.ts';
import { countMinutes, countWords } from '../text/words.ts';

/** The facts that the meaning of a post depends on beside its file. Serializable but for the function. */
export interface ParseOptions {
  readonly site: Site;
  readonly collection: Collection;
  /** Day by which posts are of the future or expired: `YYYY-MM-DD` in the site's time zone. */
  readonly today: string;
  /** Text of other scripts in Latin letters, for Zola's addresses: at build. */
  readonly transliterate?: Transliterate | undefined;
  /** The address, where it is known: it is not read again. */
  readonly permalink?: string | undefined;
}

/** How to parse: with or without what the build alone asks for. */
export interface ParseTools extends ParseOptions {
  readonly readPublishing?: ReadPublishing;
}

/** What the readers of single settings work on. */
interface Reading {
  readonly path: string;
  /** Path to name in problems. */
  readonly file: string;
  readonly place: PostPath;
  readonly options: ParseTools;
  readonly frontMatter: FrontMatter;
  readonly fields: Fields;
  readonly problems: Problem[];
  /** Reads the address; `undefined` where it is known. */
  readonly readAddress: Awaited<ReturnType<typeof loadReadAddress>> | undefined;
  /** Characters by emoji name, where the post may name one. */
  readonly emoji: Readonly<Record<string, string>> | undefined;
}

/** Names of settings, the strongest first; see `fields.ts` for how they are compared. */
const dateNames = wordList(
  'date publishdate publisheddate publishedat datepublished pubdate pubdatetime created createdat',
  'creationdate datetime posted',
);
const updatedNames = wordList(
  'updated lastmod lastmodifiedat lastmodified modified lastupdated updatedat updateddate datemodified',
  'modifiedat moddatetime lastupdate.date',
);
/**
 * The post that `source`, the decoded text of a file, holds. What is missing or broken gets the best
 * replacement (title from heading or file name, date from file name) and a problem.
 *
 * Asynchronous because the YAML package and the names of emoji are loaded for the posts that need them only. No text
 * makes it reject; that they cannot be loaded does.
 *
 * @param path - path within the folder of posts or pages, `/` between parts
 */
export async function parsePost(
  source: string,
  path: string,
  options: ParseTools,
): Promise<ParsedPost> {
  const file = `${options.collection}/${path}`;
  const frontMatter = await splitPost(source, file);
  const fields = createFields(frontMatter.values);
  const problems = [...frontMatter.problems];
  const place = parsePostPath(path, options.site.languageFolders);
  const emoji = source.search(emojiMark) === -1 ? undefined : await loadEmoji();
  const readAddress = options.permalink === undefined ? await loadReadAddress() : undefined;
  const reading = { path, file, place, options, frontMatter, fields, problems, readAddress, emoji };
  const { body, bodyLine, values } = frontMatter;
  // A note of a vault is named by its file, and nothing is wrong with that.
  const isVault = options.site.vault === true;
  const noteName = isVault ? nameNote(path, place) : undefined;
  const title = readTitle(fields.findText('title'), body, { name: place.name, emoji, noteName });
  if (title.source !== 'front-matter' && !isVault)
    problems.push(describeNoTitle(title.source, file));
  const { meta, cuts } = boundTexts(readMeta(reading, title.title));
  for (const cut of cuts) reportLong(reading, cut);
  return { post: { meta, body, bodyLine, frontMatter: values }, problems };
}

/** The name of a note as its writer sees it; a bundle has that of its folder. */
function nameNote(path: string, place: PostPath): string {
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1) ?? place.name;
  return (/^_?index$/i.test(last) ? parts.at(-2) : last) ?? last;
}

function readMeta(reading: Reading, title: string): PostMeta {
  const { path, place, options, frontMatter, fields, emoji } = reading;
  const { collection } = options;
  const date = readPostDate(reading);
  const updated = readField(reading, updatedNames);
  const words = countWords(frontMatter.body);
  const publishing = findPublishing(reading, date);
  const description = readInline(fields.findText('description') ?? '', { emoji });
  return {
    path,
    collection,
    title,
    date,
    updated,
    ...readPlace(reading, title, { date, isPage: publishing?.meta.isPage === true }),
    ...readPostKeywords(reading),
    description: description === '' ? undefined : description,
    summary: readSummary(reading),
    words,
    minutes: countMinutes(words),
    author: readAuthor(fields, { emoji }),
    translationKey: fields.findText('translationkey') ?? place.translationKey,
    series: readSeries(fields),
    image: readImage(fields),
    hidden: readHidden(reading, date) ?? publishing?.hidden,
    math: readMath(fields),
    toc: readToc(fields),
    ...publishing?.meta,
  };
}

/** What the build alone asks of the settings. */
function findPublishing(reading: Reading, date: PostDate | undefined): Publishing | undefined {
  const { fields, path, place, options, frontMatter } = reading;
  const publishing = options.readPublishing?.({
    fields,
    path,
    place,
    collection: options.collection,
    isDated: date !== undefined,
    hasText: /\S/.test(frontMatter.body),
  });
  for (const { field, message, remedy } of publishing?.faults ?? [])
    report(reading, { kind: 'permalink', field, message, remedy });
  return publishing;
}

/** Why the post is left out; a setting that does not tell is a problem. */
function readHidden(reading: Reading, date: PostDate | undefined): PostMeta['hidden'] {
  const { fields, path, options, frontMatter } = reading;
  const hidden = findHiddenReason({
    fields,
    path,
    days: {
      from: [date, readField(reading, ['publishdate']), ...readPublished(reading)].map((from) =>
        dayToCompare(from, options.site),
      ),
      until: dayToCompare(
        readField(reading, ['expirydate', 'expires', 'unpublishdate']),
        options.site,
      ),
    },
    today: options.today,
    future: options.site.future,
    hasCollections: findGenerator(options.site) === 'jekyll',
  });
  if (hidden?.kind === 'unclear') {
    const texts = describeUnclear(hidden, frontMatter.kind);
    report(reading, { kind: 'front-matter', field: hidden.setting, ...texts });
  }
  return hidden;
}

/** The day of `date` on the clock by which the blog tells what today is. */
function dayToCompare(date: PostDate | undefined, { timeZone }: Site): string | undefined {
  return timeZone === undefined ? (date?.instant?.slice(0, 10) ?? date?.day) : date?.day;
}

/** The date of the front matter, else that of the file name, of the folders, of `path` or `permalink`. */
function readPostDate(reading: Reading): PostDate | undefined {
  const { fields, place, options } = reading;
  const given = readField(reading, dateNames) ?? readPublished(reading).at(0);
  if (given !== undefined) return given;
  const address = fields.findText('permalink', 'url', 'path') ?? '';
  const inAddress = /(?:^|\/)(\d{4})\/(\d{2})\/?(\d{2})(?:\/|$)/.exec(address.slice(0, 200));
  const candidates = [place.dateText, inAddress?.slice(1).join('-')];
  for (const text of candidates) {
    const found = text === undefined ? undefined : readDate(text, options.site.timeZone);
    if (found !== undefined && isDate(found)) return found;
  }
  return undefined;
}

/** The dates that `published` and `publish` give; what is a yes or no to Jekyll and a magazine to others is none. */
function readPublished({ fields, options }: Reading): readonly PostDate[] {
  const values = publishedNames.map((name) => fields.findAtTop(name)?.value);
  return values.map((value) => readDate(value, options.site.timeZone)).filter(isDate);
}

/** The first of the settings `fieldNames` as a date; one that is none is a problem. */
function readField(reading: Reading, fieldNames: readonly string[]): PostDate | undefined {
  const field = reading.fields.find(...fieldNames);
  if (field === undefined) return undefined;
  const date = readDate(field.value, reading.options.site.timeZone);
  if (isDate(date)) return date;
  const shown = typeof field.value === 'object' ? '…' : String(field.value).slice(0, 60);
  const kept = date.day === undefined ? '' : ' The day counts, without a time.';
  const message = `\`${field.name}\` is \`${shown}\`: ${date.fault}.${kept}`;
  report(reading, { kind: 'date', field: field.name, message, remedy: 'Write year-month-day.' });
  return date.day === undefined ? undefined : { day: date.day, instant: undefined };
}

/** Language and address. */
function readPlace(
  reading: Reading,
  title: string,
  { date, isPage }: { readonly date: PostDate | undefined; readonly isPage: boolean },
): Pick<PostMeta, 'permalink' | 'aliases' | 'language'> {
  const { place, fields, frontMatter, options } = reading;
  const { site } = options;
  const collection = isPage ? 'pages' : options.collection;
  const isOther = (tag: string | undefined): tag is string =>
    tag !== undefined && !isSameLanguage(tag, site.language);
  const given = fields.findText('language', 'lang', 'locale');
  const language = (given === undefined ? undefined : parseLanguage(given)) ?? place.language;
  const address = reading.readAddress?.({
    fields,
    path: place,
    collection,
    title,
    day: date?.day,
    categories: readCategories(frontMatter.values),
    site,
    transliterate: options.transliterate,
    language: isOther(place.language) ? place.language : undefined,
    hasNames: site.vault === true,
  });
  for (const { field, message, remedy } of address?.faults ?? []) {
    report(reading, { kind: 'permalink', field, message, remedy });
  }
  const { permalink, aliases } = address ?? { permalink: options.permalink ?? '/', aliases: [] };
  return { permalink, aliases, language: isOther(language) ? language : undefined };
}

function readPostKeywords(reading: Reading): Pick<PostMeta, 'keywords' | 'phrases'> {
  const { frontMatter, place, path, options } = reading;
  const isJekyll =
    frontMatter.kind === 'yaml' && place.hasDatedName && !/(?:^|\/)index\./i.test(path);
  const { keywords, faults, phrases } = readKeywords(frontMatter.values, {
    splitsAtBlanks: isJekyll && options.site.splitKeywords,
  });
  for (const message of faults) {
    const remedy = 'Keep keywords short and few.';
    report(reading, { kind: 'keyword', field: 'keywords', message, remedy });
  }
  return phrases.length === 0 ? { keywords } : { keywords, phrases };
}

function readSummary({ fields, frontMatter, emoji }: Reading): string {
  const given = readInline(fields.findText('summary', 'excerpt') ?? '', { emoji });
  return given === '' ? summarize(frontMatter.body, emoji) : cutText(given, maximumSummaryLength);
}

function reportLong(reading: Reading, { field, length, kept }: LongText): void {
  const message = `\`${field}\` has ${length} characters; at most ${kept} are shown.`;
  const remedy = `Write a short \`${field}\`: other pages repeat it.`;
  report(reading, { kind: 'limit', field, message, remedy });
}

interface Report {
  readonly kind: ProblemKind;
  /** The setting at fault. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

function report(
  { problems, frontMatter, file }: Reading,
  { kind, field, message, remedy }: Report,
): void {
  const name = field.split('.', 1)[0] ?? field;
  const place = findPlace(name, frontMatter.block, file);
  problems.push({ kind, severity: 'warning', ...place, subject: field, message, remedy });
}

function describeNoTitle(source: 'heading' | 'file-name', file: string): Problem {
  const from = source === 'heading' ? 'first heading' : 'file name';
  const message = `The post has no title; its ${from} is used.`;
  const remedy = 'Write `title` in the front matter.';
  return { kind: 'title', severity: 'info', file, message, remedy };
}
