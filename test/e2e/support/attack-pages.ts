import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSite } from './fixtures.ts';

/** An attack, as `test/support/attacks/write-attacks.mjs` wrote it. */
interface Vector {
  readonly id: number;
  readonly category: string;
  /** Its text in the body; empty for one in the name or the settings. */
  readonly text: string;
}

interface AttackPost {
  readonly number: number;
  readonly vectors: readonly Vector[];
}

const site = getSite('attacks');
const { count, posts, names } = JSON.parse(
  readFileSync(join(site.outDir, '..', 'attacks.json'), 'utf8'),
) as {
  readonly count: number;
  readonly posts: readonly AttackPost[];
  readonly names: readonly string[];
};

/** Number of attacks in the blog. */
export const vectorCount = count;

/** Kinds of attacks in posts, sorted. */
export const categories: readonly string[] = [
  ...new Set(posts.flatMap(({ vectors }) => vectors.map(({ category }) => category))),
].toSorted();

/** Names of the page that attacks try to take over. */
export const clobberedNames = names;

/** Addresses of all pages, relative to the blog. */
export const attackPages: readonly string[] = [
  ...readFileSync(join(site.outDir, 'sitemap.xml'), 'utf8').matchAll(/<loc>(.*?)<\/loc>/g),
]
  .map(([, address = '']) => address.replaceAll('&amp;', '&').replaceAll('&apos;', "'"))
  .map((address) => `.${new URL(address).href.slice(new URL(site.published).origin.length)}`);

/** The marks that the post `number` shows. */
export function marksOf(number: number): readonly number[] {
  return posts[number]?.vectors.filter(({ text }) => text !== '').map(({ id }) => id) ?? [];
}

/** The number of the post whose text that is; `undefined` for a page of another kind. */
export function numberOf(text: string): number | undefined {
  const number = /The end of (\d+)\./.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}
