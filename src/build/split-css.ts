/** A style sheet taken apart, so that a page can be given only the rules it uses. */
export type CssNode =
  /** `@import …;`, `@layer a, b;` */
  | { readonly kind: 'statement'; readonly text: string }
  /** `@font-face`, `@keyframes` and the like, kept whole. */
  | { readonly kind: 'block'; readonly text: string }
  /** `@media`, `@layer`, `@supports`, `@container`: rules within a condition. */
  | { readonly kind: 'group'; readonly prelude: string; readonly nodes: readonly CssNode[] }
  | {
      readonly kind: 'rule';
      readonly prelude: string;
      readonly selectors: readonly CssNeeds[];
      /** Declarations, and rules nested in this one. */
      readonly declarations: string;
      readonly nodes: readonly CssNode[];
    };

/** What must be on a page for a selector to match anything. */
export interface CssNeeds {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  /** Whether it matches only once the reader does something: no page needs it at first. */
  readonly isLate: boolean;
}

/** What is on a page. */
export interface PageNames {
  readonly classes: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

const latePseudo = /:(?:hover|active|focus(?:-visible|-within)?|:selection|:backdrop)(?![\w-])/;

const groupRule = /^@(?:media|layer|supports|container|scope|starting-style)\b/;

/**
 * `css` as a tree. Knows strings, comments and nesting, and expects a valid sheet: Vite has minified it.
 * Linear in its length.
 */
export function splitCss(css: string): readonly CssNode[] {
  return readNodes({ css, at: 0 }).nodes;
}

/**
 * The rules of `nodes` that can match on a page as it comes; those for print and for what the pointer or
 * the focus is on are left out, and so are groups that end up empty.
 */
export function selectCss(nodes: readonly CssNode[], page: PageNames): string {
  return nodes.map((node) => selectNode(node, page)).join('');
}

/**
 * A statement with the names of all cascade layers in their order, or nothing where there are none. A page
 * that has the rules of some layers only needs it, or the others would come last when they are loaded.
 */
export function formatLayerOrder(nodes: readonly CssNode[]): string {
  const names = new Set<string>();
  for (const node of nodes) {
    const text = node.kind === 'group' ? node.prelude : node.kind === 'statement' ? node.text : '';
    const list = /^@layer\s+([^;{]+)/.exec(text)?.[1] ?? '';
    for (const name of list.split(',')) if (name.trim() !== '') names.add(name.trim());
  }
  return names.size === 0 ? '' : `@layer ${[...names].join(',')};`;
}

/** Names of classes and elements that `html` has. Over-reads a little: text in scripts counts too. */
export function findPageNames(html: string): PageNames {
  const classes = new Set<string>();
  const tags = new Set<string>();
  for (const match of html.matchAll(/<([a-z][a-z0-9-]*)|\bclass="([^"]*)"/gi)) {
    if (match[1] !== undefined) tags.add(match[1].toLowerCase());
    for (const name of match[2]?.split(/\s+/) ?? []) classes.add(name);
  }
  return { classes, tags };
}

function selectNode(node: CssNode, page: PageNames): string {
  switch (node.kind) {
    case 'statement':
    case 'block':
      return node.text;
    case 'group': {
      if (/^@media\s+print\b/.test(node.prelude)) return '';
      const inner = selectCss(node.nodes, page);
      return inner === '' ? '' : `${node.prelude}{${inner}}`;
    }
    case 'rule': {
      if (!node.selectors.some((needs) => isMet(needs, page))) return '';
      const nested = selectCss(node.nodes, page);
      const inner = nested === '' ? node.declarations.slice(0, -1) : node.declarations + nested;
      return inner === '' ? '' : `${node.prelude}{${inner}}`;
    }
    default:
      return node satisfies never;
  }
}

function isMet({ classes, tags, isLate }: CssNeeds, page: PageNames): boolean {
  return (
    !isLate &&
    classes.every((name) => page.classes.has(name)) &&
    tags.every((name) => page.tags.has(name))
  );
}

interface Cursor {
  readonly css: string;
  at: number;
}

/** Nodes and loose declarations up to the `}` that closes the block, or to the end. */
function readNodes(cursor: Cursor): { nodes: CssNode[]; declarations: string } {
  const nodes: CssNode[] = [];
  let declarations = '';
  while (cursor.at < cursor.css.length) {
    const start = cursor.at;
    const end = findMark(cursor.css, start);
    const text = stripComments(cursor.css.slice(start, end)).trim();
    const mark = cursor.css[end];
    cursor.at = end + 1;
    if (mark === '{') {
      nodes.push(readBlock(text, cursor));
      continue;
    }
    if (text.startsWith('@')) nodes.push({ kind: 'statement', text: `${text};` });
    else if (text !== '') declarations += `${text};`;
    if (mark === '}') break;
  }
  return { nodes, declarations };
}

function readBlock(prelude: string, cursor: Cursor): CssNode {
  const start = cursor.at;
  const { nodes, declarations } = readNodes(cursor);
  if (groupRule.test(prelude)) {
    // Declarations right within a nested `@media` belong to the rule around it.
    const loose: CssNode[] = declarations === '' ? [] : [{ kind: 'statement', text: declarations }];
    return { kind: 'group', prelude, nodes: [...loose, ...nodes] };
  }
  if (prelude.startsWith('@')) {
    return { kind: 'block', text: `${prelude}{${cursor.css.slice(start, cursor.at - 1)}}` };
  }
  const selectors = splitSelectors(prelude).map(findNeeds);
  return { kind: 'rule', prelude, selectors, declarations, nodes };
}

/** Index of the next `{`, `}` or `;` outside of strings, comments and brackets, else the end. */
function findMark(css: string, start: number): number {
  let depth = 0;
  for (let at = start; at < css.length; at++) {
    const character = css[at];
    if (character === '\\') at++;
    else if (character === '"' || character === "'") at = skipString(css, at);
    else if (character === '/' && css[at + 1] === '*') at = skipComment(css, at);
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (depth === 0 && (character === '{' || character === '}' || character === ';'))
      return at;
  }
  return css.length;
}

function skipString(css: string, start: number): number {
  for (let at = start + 1; at < css.length; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[start]) return at;
  }
  return css.length;
}

function skipComment(css: string, start: number): number {
  const end = css.indexOf('*/', start + 2);
  return end === -1 ? css.length : end + 1;
}

function stripComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '');
}

/** A selector list cut at its outermost commas. */
function splitSelectors(list: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const character = list[at];
    if (character === '\\') at++;
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (character === ',' && depth === 0) {
      selectors.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...selectors, list.slice(start)];
}

/** Classes and elements that `selector` names outside of brackets: within, it may mean their absence. */
function findNeeds(selector: string): CssNeeds {
  const bare = removeBrackets(selector).replace(/::?[a-z-]+/gi, '');
  const classes = [...bare.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '');
  const tags = [...bare.matchAll(/(?:^|[\s>+~&])([a-z][a-z0-9-]*)/gi)].map(
    (match) => match[1] ?? '',
  );
  const isLate = latePseudo.test(removeBrackets(selector));
  return { classes, tags: tags.map((tag) => tag.toLowerCase()), isLate };
}

function removeBrackets(text: string): string {
  let depth = 0;
  let bare = '';
  for (const character of text) {
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (depth === 0) bare += character;
  }
  return bare;
}
