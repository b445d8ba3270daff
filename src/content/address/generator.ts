// The generator that a blog comes from: its rules decide how names of files become addresses.

/** A generator whose rules for addresses are known. */
export type Generator = 'zola' | 'hugo' | 'jekyll' | 'astro' | 'eleventy' | 'quartz';

/** The settings of a blog that tell its generator. */
export interface GeneratorSigns {
  readonly generator: Generator | undefined;
  /** The pattern of addresses. */
  readonly permalink: string;
  /** The folder of posts. */
  readonly posts: string;
}

/** All generators, for messages. */
export const generators: readonly Generator[] = [
  'zola',
  'hugo',
  'jekyll',
  'astro',
  'eleventy',
  'quartz',
];

/** Whether `generator` leaves a date at the start of a file's name in the address. */
export function keepsDates(generator: Generator | undefined): boolean {
  return generator === 'hugo' || generator === 'astro' || generator === 'quartz';
}

/** Parts of a pattern that one generator alone has. */
const ownTokens: readonly (readonly [Generator, RegExp])[] = [
  [
    'jekyll',
    /^(?:date|pretty|ordinal|weekdate|none)$|:(?:slugified_)?categories|:output_ext|:y_day/,
  ],
  ['hugo', /:sections?(?![a-z])|:(?:content)?basename|:slugor|:filename|:monthname/],
  ['zola', /^\/?:path\/?$/],
];

/**
 * The generator whose rules hold for the addresses of a blog: the one that the settings name, else the one that the
 * folder of posts (`_posts`) or the pattern (`/:section/:slug/`) shows. `undefined`: this blog's own rules.
 */
export function findGenerator(signs: GeneratorSigns): Generator | undefined {
  if (signs.generator !== undefined) return signs.generator;
  if (/(?:^|[\\/])_posts[\\/]?$/.test(signs.posts)) return 'jekyll';
  return ownTokens.find(([, own]) => own.test(signs.permalink))?.[0];
}

/**
 * The folders between `content` and the folder of posts, as Hugo and Zola count sections: `posts` of
 * `content/posts`; none where there is no folder `content`, nor in Astro's `src/content`.
 */
export function findContentFolders(folder: string): readonly string[] {
  const parts = folder.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  const root = parts.lastIndexOf('content');
  return root === -1 || parts[root - 1] === 'src' ? [] : parts.slice(root + 1);
}
