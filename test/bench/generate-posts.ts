import type { Keyword, PostMeta } from '../../src/content/model/post.ts';
import { createRandom, createZipf } from './random.ts';
import { labels, words } from './vocabulary.ts';

/** Labels of a large blog; small ones have fewer. */
const labelLimit = 300;

/** Endings that make of a short word list the variety of prose: 20 real posts gzip as 20 of these. */
const endings = ['s', 'ed', 'ing', 'er', 'ly', 'able', 'ness', 'ation', 'less', 'ful'];

/**
 * `count` posts as a large blog has them, the same for the same `seed`: 20 years with growing output,
 * titles of some 45 characters, summaries up to 160, one to six keywords by Zipf's law with topics
 * that attract each other, one post in 200 undated. Newest last.
 */
export function generatePosts(count: number, seed = 1): readonly PostMeta[] {
  const random = createRandom(seed);
  const drawWord = createWriter(random);
  const keywords = createKeywords(Math.min(labelLimit, 8 + Math.round(2 * Math.sqrt(count))));
  const drawKeyword = createZipf(keywords.length, random);
  const slugs = new Set<string>();
  return Array.from({ length: count }, (_, place): PostMeta => {
    const title = writeTitle(random, drawWord);
    // One in four has an address of its own making.
    const slug = claimSlug(random() < 0.25 ? writeWords(3, drawWord) : title, slugs);
    const day = random() < 0.005 ? undefined : dayAt(place, count, random);
    const length = Math.round(150 + 1800 * random() ** 2);
    const folder = random() < 0.3;
    return {
      path: `${day === undefined ? '' : `${day}-`}${slug}${folder ? '/index' : ''}.md`,
      collection: 'posts',
      permalink: `/posts/${slug}/`,
      title,
      date: day === undefined ? undefined : { day, instant: undefined },
      updated: undefined,
      keywords: drawKeywords(keywords, drawKeyword, random),
      description: undefined,
      summary: writeSummary(random, drawWord),
      words: length,
      minutes: Math.max(1, Math.round(length / 230)),
      author: undefined,
      language: undefined,
      series: undefined,
      aliases: [],
      image: undefined,
      hidden: undefined,
      math: undefined,
      toc: undefined,
    };
  });
}

/** The file of a generated post: TOML front matter and a body of about `meta.words` words. */
export function generateMarkdown(meta: PostMeta): string {
  const random = createRandom(seedOf(meta.path));
  const drawWord = createWriter(random);
  const sentence = (): string => {
    const text = writeWords(5 + Math.floor(random() * 18), drawWord);
    return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
  };
  const blocks: string[] = [`${meta.summary}`];
  for (let written = 25; written < meta.words;) {
    const block = writeBlock(random, sentence, drawWord);
    written += block.split(/\s+/).length;
    blocks.push(block);
  }
  const front = [
    '+++',
    `title = ${JSON.stringify(meta.title)}`,
    ...(meta.date === undefined ? [] : [`date = ${meta.date.day}`]),
    '[taxonomies]',
    `keywords = ${JSON.stringify(meta.keywords.map(({ name }) => name))}`,
    '+++',
  ];
  return `${front.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

function createWriter(random: () => number): () => string {
  const draw = createZipf(words.length, random);
  return () => {
    // Three words in ten are rarer than Zipf's law would have them in so short a list.
    const place = random() < 0.3 ? Math.floor(random() * words.length) : draw();
    const ending = random() < 0.5 ? endings[Math.floor(random() * endings.length)] : '';
    return `${words[place] ?? ''}${place > 20 ? (ending ?? '') : ''}`;
  };
}

function createKeywords(count: number): readonly Keyword[] {
  return Array.from({ length: count }, (_, place) => {
    const first = labels[place % labels.length] ?? '';
    const round = Math.floor(place / labels.length);
    const name =
      round === 0 ? first : `${first} ${labels[(place * 7 + round) % labels.length] ?? ''}`;
    const slug = name.toLowerCase().replaceAll(' ', '-').replaceAll('#', '-sharp');
    return { name, slug };
  });
}

function drawKeywords(
  keywords: readonly Keyword[],
  draw: () => number,
  random: () => number,
): readonly Keyword[] {
  const first = draw();
  const places = new Set([first]);
  for (let chance = 0.85; random() < chance && places.size < 6; chance *= 0.75) {
    // Half of the others come from the neighbourhood of the first: topics go together.
    const near = (first * 3 + 1 + Math.floor(random() * 12)) % keywords.length;
    places.add(random() < 0.5 ? near : draw());
  }
  return [...places].flatMap((place) => keywords[place] ?? []);
}

function writeTitle(random: () => number, drawWord: () => string): string {
  const text = writeWords(4 + Math.floor(random() * 8), () =>
    // Titles have more of the rare words than prose.
    random() < 0.6 ? (words[Math.floor(random() * words.length)] ?? '') : drawWord(),
  );
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function writeSummary(random: () => number, drawWord: () => string): string {
  const wanted = 80 + Math.floor(random() * 140);
  let text = '';
  while (text.length < wanted) text += ` ${drawWord()}`;
  const cut = text.trim().slice(0, 159);
  return `${cut[0]?.toUpperCase() ?? ''}${cut.slice(1).replace(/\s\S*$/, '')}${wanted > 159 ? '…' : '.'}`;
}

function writeBlock(random: () => number, sentence: () => string, drawWord: () => string): string {
  const kind = random();
  if (kind < 0.1) return `## ${writeTitle(random, drawWord)}`;
  if (kind < 0.18) {
    return `\`\`\`js\nconst ${drawWord()} = load('${drawWord()}');\n\`\`\``;
  }
  const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, sentence);
  if (kind < 0.26) return sentences.map((text) => `- ${text}`).join('\n');
  return sentences.join(' ');
}

function writeWords(count: number, draw: () => string): string {
  return Array.from({ length: count }, draw).join(' ');
}

function claimSlug(title: string, taken: Set<string>): string {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  taken.add(free);
  return free;
}

/** Output doubles over the 20 years to 2026. */
function dayAt(place: number, count: number, random: () => number): string {
  const share = Math.log2(1 + (place + random()) / count);
  const milliseconds = Date.UTC(2006, 5, 1) + share * 20 * 365.25 * 86_400_000;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function seedOf(text: string): number {
  let seed = 7;
  for (let place = 0; place < text.length; place++) {
    seed = (Math.imul(seed, 31) + text.charCodeAt(place)) >>> 0;
  }
  return seed;
}
