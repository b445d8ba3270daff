import type { Site } from '../../content/site/site.ts';

/**
 * The address at which the text of a post can be edited, by the pattern of the settings; `{path}` is its path below the folder of
 * posts, `{file}` its path from the folder of the settings.
 *
 * @example
 * formatEditAddress('https://git.example/edit/{file}', 'a b.md', 'posts') // 'https://git.example/edit/posts/a%20b.md'
 */
export function formatEditAddress(pattern: string, path: string, posts: Site['posts']): string {
  const file = `${posts.replace(/^(?:\.\/)+|\/+$/g, '')}/${path}`;
  return pattern.replaceAll('{path}', () => encode(path)).replaceAll('{file}', () => encode(file));
}

function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
