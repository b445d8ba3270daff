/**
 * What a reader sees of real posts, from their prerendered pages: no marks of shortcodes and blocks, and every
 * word that another Markdown parser shows, in its order. `corpus.test.ts` proves that the app shows the same.
 */
import { gemoji } from 'gemoji';
import MarkdownIt from 'markdown-it';
import { corpora, isPresent, readCorpus } from '../support/corpora.ts';
import { expect, findSite, test } from '../support/fixtures.ts';
import { readPage, readPublished } from '../support/published-posts.ts';
import { findTexts } from '../support/visible-text.ts';

/**
 * What only our page shows: links to sections, names of languages, titles of notes, tables of contents; numbers,
 * heading and links back of footnotes.
 */
const added =
  'a.anchor, figure.code > header, p.note-title, nav.contents, ' +
  'sup.fn-ref, .footnotes > h2, .footnotes a[href^="#fnref-"]';

/** What is in HTML but never seen; of form controls a post keeps what is no choice. */
const unseen = 'script, style, title, annotation, option';

/** Marks that must not be left outside of code. */
const looseMarks = /.{0,30}(?:\{\{|\{%|\{:|:::).{0,30}/g;

interface Exception {
  readonly reason: string;
  /** Left out of both texts before they are compared. */
  readonly ignore: RegExp;
}

const besideCjk: Exception = {
  reason:
    '`**` and `*` beside full-width marks are emphasis here; by CommonMark they stay asterisks.',
  ignore: /\*/g,
};

const nothing = /(?!)/g;

/** Says where a Jekyll site lies: nothing, as addresses get the blog's base by themselves. */
const jekyllBase = /\{\{ *site\.baseurl *\}\}/g;

/** Posts that show other words, by the beginning of their path. */
const exceptions: Readonly<Record<string, Exception>> = {
  '2010/2010-04-21-': {
    reason:
      'A `<script>` named in prose is text here; the other parser hides the rest of the post in it.',
    ignore: /\*|<script>[^]*/g,
  },
  '2010/2010-06-06-': besideCjk,
  '2010/2010-06-10-': besideCjk,
  '2010/2010-07-09-': besideCjk,
  '2010/2010-08-16-': besideCjk,
  '2010/2010-09-14-': besideCjk,
  '2010/2010-10-15-': besideCjk,
  '2010/2010-05-16-': besideCjk,
};

for (const corpus of corpora) {
  const { name } = corpus;
  test.describe(name, () => {
    test.skip(!isPresent(corpus), `There is no folder ${corpus.folder}.`);
    if (!isPresent(corpus) || findSite(name) === undefined) {
      test('is not here to be read', () => undefined);
      return;
    }
    const published = readPublished(name);

    test('shows no marks of shortcodes and blocks', async ({ page }) => {
      const pages = published.map((post) => readPage(name, post));
      const texts = await findTexts(page, pages, { within: '.prose', without: 'code, pre' });
      const loose = published.flatMap(({ path }, index) =>
        (texts[index]?.match(looseMarks) ?? []).map((mark) => [path, mark]),
      );
      expect(loose).toEqual([]);
    });

    test('shows the words that another Markdown parser shows', async ({ page }) => {
      const bodies = new Map(
        readCorpus(corpus).map(({ path, body }) => [path, body.replaceAll(jekyllBase, '')]),
      );
      const plain = published.filter(({ path }) => !/\{\{|\{%/.test(bodies.get(path) ?? ''));
      const ours = plain.map((post) => readPage(name, post));
      const theirs = plain.map(({ path }) => renderReference(bodies.get(path) ?? ''));
      const shown = await findTexts(page, ours, { within: '.prose', without: added });
      const expected = await findTexts(page, theirs, { within: 'body', without: unseen });
      const different = plain.flatMap(({ path }, index) => {
        const compare = (ignore: RegExp): readonly string[] => {
          const [found = [], wanted = []] = [shown[index] ?? '', expected[index] ?? ''].map(
            (text) => wordsOf(text, ignore),
          );
          return describeDifference(path, found, wanted);
        };
        const asItIs = compare(nothing);
        const exception = Object.entries(exceptions).find(([start]) => path.startsWith(start))?.[1];
        if (exception === undefined) return asItIs;
        return asItIs.length === 0 ? [`${path} needs no exception.`] : compare(exception.ignore);
      });
      console.log(`${name}: compared ${plain.length} of ${published.length} posts`);
      expect(different).toEqual([]);
    });
  });
}

/** The HTML that another parser makes of `body`. */
function renderReference(body: string): string {
  const parser = new MarkdownIt({ html: true, linkify: true });
  // Addresses stand as they were written.
  parser.normalizeLinkText = (text) => text;
  // It shows the source of what it takes for an unsafe address; ours drops the address.
  parser.validateLink = () => true;
  // NULs are left out, and reported, where other parsers show a sign for them.
  const clean = withoutOwnMarks(body).replaceAll('\0', '');
  return `<body>${parser.render(clean)}</body>`;
}

const emoji = new Map(
  gemoji.flatMap(({ names, emoji: sign }) => names.map((name) => [name, sign])),
);

/**
 * `body` without the marks that CommonMark does not know: of definitions and footnotes,
 * boxes of tasks, names of emoji.
 */
function withoutOwnMarks(body: string): string {
  const notes = new Set(Array.from(body.matchAll(/^\[\^(\w+)\]:/gm), ([, note]) => note));
  return body
    .replace(/\[\^(\w+)\]:?/g, (written, note: string) => (notes.has(note) ? '' : written))
    .replace(/^( {0,12}):[ \t]+(?=\S|$)(?!\d)/gm, '$1')
    .replace(/^(\s*[-*+] )\[[ x]\] /gm, '$1')
    .replace(/:([\w+-]+):/g, (written, name: string) => emoji.get(name) ?? written);
}

/** A link that takes the place of a frame. */
const embedLink = /(?:Embedded content: |埋め込みコンテンツ：)\S+/g;

function wordsOf(text: string, ignore: RegExp): readonly string[] {
  return text
    .replace(ignore, '')
    .replace(embedLink, '')
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function describeDifference(
  path: string,
  found: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  let at = 0;
  while (at < found.length && found[at] === wanted[at]) at++;
  if (at === found.length && at === wanted.length) return [];
  const around = (words: readonly string[]): string =>
    words.slice(Math.max(0, at - 3), at + 9).join(' ');
  return [`${path}\n  found:  … ${around(found)} …\n  wanted: … ${around(wanted)} …`];
}
