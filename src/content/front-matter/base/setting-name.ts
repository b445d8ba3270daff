import { hidingNames } from './hiding-rule.ts';

/**
 * Names of settings that blogs of all kinds have at the top of their front matter, in lower case and without
 * `_`, `-` and blanks.
 */
const names = new Set([
  ...hidingNames,
  ...(
    'title subtitle date publishdate pubdate pubdatetime created createdat updated lastmod ' +
    'lastmodified lastmodifiedat modified expirydate hidden author authors category ' +
    'categories tag tags keywords taxonomies slug path permalink url aliases redirectfrom description summary ' +
    'excerpt layout template type weight series image cover thumbnail language lang translationkey extra params ' +
    'toc math comments'
  ).split(' '),
]);

/** Tells a setting that a line of front matter may well begin with, however `name` is written. */
export function isSettingName(name: string): boolean {
  return names.has(name.replace(/[-_ "']/g, '').toLowerCase());
}
