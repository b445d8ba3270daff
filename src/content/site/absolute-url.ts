import { permalinkToHref } from './permalink.ts';

/**
 * A function that gives the whole address of a decoded path under `base` on the host of `url`. The path of `url`
 * is not asked: a build with `--base` lies elsewhere, and each page has one address.
 */
export function createToUrl(url: string, base: string): (path: string) => string {
  return (path) => new URL(permalinkToHref(path, base), url).href;
}
