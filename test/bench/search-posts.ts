import { buildCatalog } from '../../src/content/blog/catalog.ts';
import { defaultSite } from '../../src/content/site/site.ts';
import { generateMarkdown, generatePosts } from './generate-posts.ts';
import { createRandom } from './random.ts';
import type { BenchBlog } from './read-corpus.ts';

/** Words that a large blog knows beside the common ones: names, code, trade. */
const rareWords = 150_000;
/** One word in so many is a rare one: with it the vocabulary grows as that of real blogs does. */
const rareEvery = 9;
const syllables =
  'ka lo mi ter sen vor dal pri qua ren tis bol gan hex ium nor zet flu dra sko ply wen art ost'.split(
    ' ',
  );

/**
 * `count` posts of the list bench with text of which about one word in nine is rare. `wordLimit` cuts them
 * to short posts.
 */
export function createSearchBlog(count: number, wordLimit = Infinity): BenchBlog {
  const catalog = buildCatalog(generatePosts(count), defaultSite);
  return {
    name: `${count}${wordLimit === Infinity ? '' : 's'}`,
    catalog,
    *posts() {
      for (const { meta, card } of catalog.entries) {
        const source = generateMarkdown({ ...meta, words: Math.min(meta.words, wordLimit) });
        yield { card, body: addRareWords(source.slice(source.indexOf('\n\n') + 2), card.id) };
      }
    },
  };
}

/** The rare word at a place of the list: two to four syllables. */
export function rareWordAt(place: number): string {
  let rest = place + syllables.length;
  let word = '';
  for (; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}

function addRareWords(body: string, seed: number): string {
  const random = createRandom(seed + 1);
  // Zipf's law with exponent 1: the logarithm of the place is evenly spread.
  const draw = (): number => Math.floor(rareWords ** random()) - 1;
  let count = 0;
  return body.replace(/ (?=[a-z])/g, () =>
    ++count % rareEvery === 0 ? ` ${rareWordAt(draw())} ` : ' ',
  );
}
