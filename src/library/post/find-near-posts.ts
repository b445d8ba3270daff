import { editDistance } from '../../content/text/edit-distance.ts';
import type { PostCard, PostLink } from '../../content/model/post.ts';

/** Posts named at most. */
const nearLength = 3;
/** Longer slugs are cut: the cost grows with the product of the lengths. */
const comparedLength = 80;
/** Shorter slugs begin like too many. */
const shortestStart = 8;

/** Up to three of `cards` whose slug is near that of `permalink`, nearest first. */
export function listNearPosts(permalink: string, cards: Iterable<PostCard>): readonly PostLink[] {
  const wanted = slugOf(permalink);
  // A third of the slug may differ, as when a word is missing.
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const found = new Map<string, { readonly card: PostCard; readonly distance: number }>();
  for (const card of cards) {
    const distance = slugDistance(wanted, slugOf(card.permalink), limit);
    if (distance <= limit) found.set(card.permalink, { card, distance });
  }
  return [...found.values()]
    .toSorted((a, b) => a.distance - b.distance || b.card.id - a.card.id)
    .slice(0, nearLength)
    .map(({ card }) => ({ permalink: card.permalink, title: card.title }));
}

/** Edits between two slugs; one more where `slug` only begins like `wanted`, which was cut short. */
function slugDistance(wanted: string, slug: string, limit: number): number {
  const whole = editDistance(wanted, slug, limit);
  if (whole <= limit || wanted.length < shortestStart || slug.length < wanted.length) return whole;
  return editDistance(wanted, slug.slice(0, wanted.length), limit - 1) + 1;
}

/** The words of the slug, to search for. */
export function wordsOf(permalink: string): string {
  return slugOf(permalink)
    .replace(/[-_/]+/g, ' ')
    .trim();
}

function slugOf(permalink: string): string {
  const slug = permalink.slice(permalink.lastIndexOf('/', permalink.length - 2) + 1, -1);
  return slug.toLowerCase().slice(0, comparedLength);
}
