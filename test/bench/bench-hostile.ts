// Prints how the time of each reader of text grows with texts that are made to keep it busy. Tests see that such
// texts come to an end; that the time grows no faster than the text is seen here.
import { readToml } from '../../src/content/front-matter/toml.ts';
import { readYaml } from '../../src/content/front-matter/yaml.ts';
import { readPlainYaml } from '../../src/content/front-matter/base/plain-yaml.ts';
import { readLooseValue } from '../../src/content/front-matter/base/loose-value.ts';
import { findBlock } from '../../src/content/front-matter/block.ts';
import { findHidingSetting } from '../../src/content/front-matter/lost-hiding-setting.ts';
import { parseSrcset } from '../../src/content/html/srcset.ts';
import { findMentions } from '../../src/publish/scan/read-mentions.ts';
import { repairMojibake } from '../../src/content/text/mojibake.ts';
import { readInline } from '../../src/content/plain/inline-text.ts';
import { summarize } from '../../src/content/plain/summary.ts';
import { countWords } from '../../src/content/text/words.ts';
import { makeAbsolute } from '../../src/publish/feeds/absolute-html.ts';
import { extractBlocks } from '../../src/search/text/text-blocks.ts';
import { parseQuery } from '../../src/search/words/query.ts';
import { tokenize } from '../../src/search/words/tokenize.ts';
import { preparePost } from '../../src/search/write/prepare-post.ts';
import { expandBody } from '../support/expand-body.ts';
import { renderText } from '../support/render-text.ts';
import { hostilePieces } from './hostile-pieces.ts';

/** Every reader of text of unknown hands. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  markdown: (text) => renderText(text, { math: true, site: { smartPunctuation: true } }),
  shortcodes: expandBody,
  block: findBlock,
  toml: readToml,
  yaml: readYaml,
  'plain yaml': readPlainYaml,
  'loose value': (text) => readLooseValue(`[${text}`),
  'hiding setting': (text) => findHidingSetting(findBlock(`---\na: b\n${text}\n---\n`), {}),
  mojibake: repairMojibake,
  'plain text': (text) => readInline(text),
  summary: summarize,
  words: countWords,
  mentions: findMentions,
  srcset: parseSrcset,
  'absolute html': (text) => makeAbsolute(text, 'https://blog.example/'),
  'text blocks': extractBlocks,
  tokens: tokenize,
  'search post': (text) => preparePost({ title: '', keywords: [], body: text }, (word) => word),
  query: parseQuery,
};

const smallLength = 15_000;
/** How many times longer the second text is. Linear work takes as many times longer, quadratic work the square of it. */
const lengthens = 4;
/** Growth over linear that a clock's noise does not explain, and the time below which growth says nothing. */
const goal = 2 * lengthens;
const shortestMs = 100;

interface Row {
  readonly piece: string;
  readonly smallMs: number;
  readonly largeMs: number;
}

/** Measures the named readers, all if none is named, and prints the slowest piece and what grows too fast. */
export async function benchHostile(names: readonly string[]): Promise<void> {
  console.log(
    `| reader | slowest text | ${smallLength} characters | ${smallLength * lengthens} | growth, goal ${goal} |`,
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const [name, read] of Object.entries(readers)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const rows = await measure(read);
    const [slowest] = rows;
    const growing = rows.filter((row) => row.largeMs > shortestMs && growthOf(row) > goal);
    for (const row of new Set([slowest, ...growing])) if (row !== undefined) print(name, row);
  }
}

/** Slowest first. */
async function measure(read: (text: string) => unknown): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const piece of hostilePieces) {
    const smallMs = await time(read, piece, smallLength);
    rows.push({ piece, smallMs, largeMs: await time(read, piece, smallLength * lengthens) });
  }
  return rows.toSorted((a, b) => b.largeMs - a.largeMs);
}

async function time(
  read: (text: string) => unknown,
  piece: string,
  length: number,
): Promise<number> {
  const text = piece.repeat(length / piece.length);
  let best = Infinity;
  // The first time also compiles.
  for (let run = 0; run < 2; run++) {
    const start = cpuMs();
    await read(text);
    best = Math.min(best, cpuMs() - start);
  }
  return best;
}

/** Time that a processor worked for this process: a busy machine changes it little. */
function cpuMs(): number {
  return process.cpuUsage().user / 1000;
}

function growthOf({ smallMs, largeMs }: Row): number {
  return largeMs / smallMs;
}

function print(name: string, row: Row): void {
  const mark = row.largeMs > shortestMs && growthOf(row) > goal ? ' OVER' : '';
  const times = [row.smallMs, row.largeMs].map((ms) => `${ms.toFixed(1)} ms`);
  const cells = [
    name,
    JSON.stringify(row.piece).replaceAll('|', '\\|'),
    ...times,
    `${growthOf(row).toFixed(1)}${mark}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
