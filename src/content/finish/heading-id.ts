import { safeId } from '../html/html-policy.ts';

/** More of a heading's text makes no id, in UTF-16 code units: links repeat ids. */
const longestText = 300;

/** The `id` that GitHub gives a heading of this text: lower case, punctuation gone, spaces to `-`. */
export function slugHeading(text: string): string {
  const slug = text
    .trim()
    .slice(0, longestText)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
  return slug === '' ? 'section' : slug;
}

/** Gives each wanted id once: a second `x` becomes `x-1`, then `x-2`, as on GitHub. Constant time an id, mostly. */
export interface IdRegistry {
  /** A free id made of `wanted`; see `safeId` for the few that get a prefix. */
  claim(wanted: string): string;
  has(id: string): boolean;
}

/** An empty registry. */
export function createIdRegistry(): IdRegistry {
  const counts = new Map<string, number>();
  return {
    claim(wanted) {
      const base = safeId(wanted);
      let id = base;
      let count = counts.get(base) ?? 0;
      while (counts.has(id)) id = `${base}-${++count}`;
      counts.set(base, count);
      if (id !== base) counts.set(id, 0);
      return id;
    },
    has: (id) => counts.has(id),
  };
}
