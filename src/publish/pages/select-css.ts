import { isMet, rightToLeft } from './css-needs.ts';
import type { CssNeeds, PageNames } from './css-needs.ts';
import type { CssNode } from './split-css.ts';

/**
 * Paper, motion, a browser without scripts, the few touches that a system's own colours need, and what only finishes a
 * screen and moves nothing (`@media screen`): the whole sheet brings them soon enough.
 */
const lateMedia =
  /^@media\s*(?:print\b|screen\{?$|\((?:prefers-reduced-motion|forced-colors|scripting)\b)/;

/**
 * The rules of `nodes` that can match on a page as it comes: without those for print and motion, for what the pointer
 * or the focus is on, and without custom properties that none of the others uses. Begins with the order
 * of all cascade layers, as those without a rule on this page would else come last with the whole sheet.
 */
export function selectCss(nodes: readonly CssNode[], page: PageNames): string {
  const rules = formatNodes(nodes, { page, isKept: (declaration) => !isCustom(declaration) });
  const used = findUsed(rules, collectCustom(nodes));
  const isKept = (declaration: string): boolean =>
    !isCustom(declaration) || used.has(nameOf(declaration));
  return formatLayerOrder(nodes) + formatNodes(nodes, { page, isKept });
}

/** An element, its classes, an attribute of state with its value, or an id. */
const pageName =
  /<([a-z][a-z0-9-]*)|\bclass="([^"]*)"|\s((?:data|aria)-[\w-]+)(?:="([^"]*)")?|\sid="([^"]*)"/gi;

/** Selections kept: many pages of a blog have the same names, and a selection is some 9 kB. */
const keptSelections = 256;

/** {@link selectCss} of `nodes`, which remembers its answers: pages with the same names get the same rules. */
export function createCssSelector(nodes: readonly CssNode[]): (page: PageNames) => string {
  const asked = collectNames(nodes);
  const known = new Map<string, string>();
  return (page) => {
    const key = [
      markThere(asked.classes, page.classes),
      markThere(asked.tags, page.tags),
      markThere(asked.attributes, page.attributes),
    ].join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const css = selectCss(nodes, page);
    if (known.size >= keptSelections) known.clear();
    known.set(key, css);
    return css;
  };
}

/** For each of `names` a 1 if it is `there`, else a 0. */
function markThere(names: ReadonlySet<string>, there: ReadonlySet<string>): string {
  return Array.from(names, (name) => (there.has(name) ? '1' : '0')).join('');
}

/** All names that the selectors of `nodes` ask for. */
function collectNames(nodes: readonly CssNode[]): PageNames {
  const names = {
    classes: new Set<string>(),
    tags: new Set<string>(),
    attributes: new Set<string>(),
  };
  const add = (needs: CssNeeds): void => {
    for (const name of needs.classes) names.classes.add(name);
    for (const name of needs.tags) names.tags.add(name);
    for (const name of needs.attributes) names.attributes.add(name);
    for (const group of needs.oneOf) group.forEach(add);
  };
  const visit = (node: CssNode): void => {
    if (node.kind === 'rule') node.selectors.forEach(add);
    if (node.kind === 'rule' || node.kind === 'group') node.nodes.forEach(visit);
  };
  nodes.forEach(visit);
  return names;
}

/** Names of classes, elements and attributes of state that `html` has. Over-reads a little: text in scripts counts too. */
export function findPageNames(html: string): PageNames {
  const classes = new Set<string>();
  const tags = new Set<string>();
  const attributes = new Set<string>();
  for (const match of html.matchAll(pageName)) {
    if (match[1] !== undefined) tags.add(match[1].toLowerCase());
    for (const name of match[2]?.split(/\s+/) ?? []) classes.add(name);
    if (match[5] !== undefined) attributes.add(`#${match[5]}`);
    if (match[3] !== undefined) attributes.add(match[3]).add(`${match[3]}=${match[4] ?? ''}`);
  }
  if (html.includes('dir="rtl"')) classes.add(rightToLeft);
  return { classes, tags, attributes };
}

interface Selection {
  readonly page: PageNames;
  readonly isKept: (declaration: string) => boolean;
}

function formatNodes(nodes: readonly CssNode[], selection: Selection): string {
  return nodes.map((node) => formatNode(node, selection)).join('');
}

function formatNode(node: CssNode, selection: Selection): string {
  switch (node.kind) {
    case 'statement':
      return node.text.startsWith('@layer') ? '' : node.text;
    case 'block':
      return node.prelude.startsWith('@page') ? '' : node.text;
    case 'group':
      return lateMedia.test(node.prelude) ? '' : formatBlock(node, selection);
    case 'rule':
      return node.selectors.some((needs) => isMet(needs, selection.page))
        ? formatBlock(node, selection)
        : '';
    default:
      return node satisfies never;
  }
}

function formatBlock(
  node: Extract<CssNode, { kind: 'group' | 'rule' }>,
  selection: Selection,
): string {
  const declarations = node.declarations.filter(selection.isKept).join(';');
  const nested = formatNodes(node.nodes, selection);
  if (declarations === '' && nested === '') return '';
  const separator = declarations !== '' && nested !== '' ? ';' : '';
  return `${node.prelude}{${declarations}${separator}${nested}}`;
}

/** A statement with the names of all cascade layers in their order, or nothing where there are none. */
function formatLayerOrder(nodes: readonly CssNode[]): string {
  const names = new Set<string>();
  for (const node of nodes) {
    const text = node.kind === 'group' ? node.prelude : node.kind === 'statement' ? node.text : '';
    const list = /^@layer\s+([^;{]+)/.exec(text)?.[1] ?? '';
    for (const name of list.split(',')) if (name.trim() !== '') names.add(name.trim());
  }
  return names.size === 0 ? '' : `@layer ${[...names].join(',')};`;
}

/** All values that each custom property is given anywhere. */
function collectCustom(nodes: readonly CssNode[]): Map<string, string> {
  const values = new Map<string, string>();
  const visit = (node: CssNode): void => {
    if (node.kind !== 'group' && node.kind !== 'rule') return;
    for (const declaration of node.declarations.filter(isCustom)) {
      const name = nameOf(declaration);
      values.set(name, `${values.get(name) ?? ''};${declaration.slice(name.length)}`);
    }
    node.nodes.forEach(visit);
  };
  nodes.forEach(visit);
  return values;
}

/** Custom properties that `css` uses, directly or through the values of others. */
function findUsed(css: string, values: ReadonlyMap<string, string>): ReadonlySet<string> {
  const used = new Set(listVariables(css));
  for (const name of used)
    for (const other of listVariables(values.get(name) ?? '')) used.add(other);
  return used;
}

function listVariables(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1] ?? '');
}

function isCustom(declaration: string): boolean {
  return declaration.startsWith('--');
}

function nameOf(declaration: string): string {
  return declaration.slice(0, declaration.indexOf(':')).trim();
}
