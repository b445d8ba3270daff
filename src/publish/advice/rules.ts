import type { Problem, ProblemKind } from '../../content/model/problem.ts';

/** One kind of finding. */
export interface Rule {
  /** Its heading over what was found. */
  readonly title: string;
  /** Kind of the problems of a build that are of this rule; `undefined` for those that only the doctor finds. */
  readonly kind?: ProblemKind;
  /** The sentence of such a problem, where its kind alone does not tell. */
  readonly pattern?: RegExp;
}

/**
 * All kinds of findings by name. Names are public: tools that read the doctor's output know findings by them. A problem
 * of a build is of the first rule that fits it.
 */
const table = {
  settings: { title: 'Settings of the blog', kind: 'site' },
  'front-matter': { title: 'Front matter that cannot be read as it stands', kind: 'front-matter' },
  'setting-name': { title: 'Settings of posts with a name that nothing reads' },
  encoding: { title: 'Texts in a wrong encoding', kind: 'encoding' },
  draft: { title: 'Drafts, which are left out', kind: 'hidden', pattern: /it is a draft/ },
  future: { title: 'Posts of days to come', kind: 'hidden', pattern: /it is dated/ },
  expired: { title: 'Posts that have expired', kind: 'hidden', pattern: /it expired/ },
  hidden: { title: 'Other posts that are left out', kind: 'hidden' },
  'time-zone': { title: 'Days and time zones', kind: 'date', pattern: /another day in UTC/ },
  date: { title: 'Dates that are none', kind: 'date' },
  undated: { title: 'Posts without a date' },
  'updated-before-date': { title: 'Posts updated before they were written' },
  'no-title': { title: 'Posts without a title', kind: 'title' },
  'long-title': { title: 'Long titles' },
  'similar-keywords': {
    title: 'Keywords that are almost the same',
    kind: 'keyword',
    pattern: /almost the same/,
  },
  keyword: { title: 'Keywords', kind: 'keyword' },
  'same-address': {
    title: 'Posts of one address',
    kind: 'permalink',
    pattern: /^The address .* is taken/,
  },
  address: { title: 'Addresses and aliases', kind: 'permalink' },
  'no-scheme': { title: 'Links without `https://`', kind: 'link', pattern: /without its scheme/ },
  'broken-anchor': {
    title: 'Links to a place that is not there',
    kind: 'link',
    pattern: /names no place|leads to the top of/,
  },
  'broken-link': { title: 'Links that lead to nothing', kind: 'link' },
  'outside-link': { title: 'Links to other sites that do not answer' },
  secret: { title: 'Keys and passwords', kind: 'asset', pattern: /keys or passwords/ },
  'stray-file': { title: 'Files that may be published by mistake' },
  'left-out-file': {
    title: 'Files that are left out',
    kind: 'asset',
    pattern: /^(?:Left out|The link )/,
  },
  'missing-file': { title: 'Pictures and files that are not there', kind: 'asset' },
  'no-alt': { title: 'Pictures without a text in their place' },
  'huge-picture': { title: 'Pictures that take long to load' },
  'unused-picture': { title: 'Pictures that no post shows' },
  'unknown-shortcode': {
    title: 'Shortcodes that are not known',
    kind: 'shortcode',
    pattern: /has no value here|is not known here|is no shortcode/,
  },
  shortcode: { title: 'Shortcodes and tags', kind: 'shortcode' },
  'unknown-language': { title: 'Code in a language that is not known' },
  'removed-html': { title: 'HTML that was removed', kind: 'html' },
  formula: { title: 'Formulas', kind: 'math' },
  markdown: { title: 'Markdown that is shown otherwise than meant', kind: 'markdown' },
  limit: { title: 'Texts beyond a limit', kind: 'limit' },
  data: { title: 'Published data', kind: 'data' },
} as const satisfies Readonly<Record<string, Rule>>;

/** Name of a rule. */
export type RuleName = keyof typeof table;

/** All rules by name, in the order in which a problem is tried on them. */
export const rules: Readonly<Record<RuleName, Rule>> = table;

/** The names of {@link rules}. */
export const ruleNames: readonly RuleName[] = Object.keys(table).filter(isRuleName);

/** The rule that a problem of a build is of. */
export function findRule({ kind, message }: Problem): RuleName {
  const fits = (name: RuleName): boolean => {
    const rule = rules[name];
    return rule.kind === kind && rule.pattern?.test(message) !== false;
  };
  return ruleNames.find(fits) ?? 'settings';
}

function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(table, name);
}
