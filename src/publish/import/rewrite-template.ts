// Templates of shortcodes and includes as templates of this blog, which are a small part of Mustache.

import type { TemplateSource } from './read/reading.ts';

/** A template rewritten, or the line and the tag for which it cannot be. */
export type Rewriting =
  | { readonly kind: 'done'; readonly text: string; readonly hasScript: boolean }
  | { readonly kind: 'stuck'; readonly line: number; readonly tag: string };

/** A tag in the language of a template. */
type Meaning =
  /** Text of ours in its place. */
  | { readonly kind: 'text'; readonly text: string }
  /** What follows is shown if `name` is given; or, negated, if it is not. */
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly isNegated: boolean;
      readonly dot?: string;
    }
  | { readonly kind: 'else' }
  | { readonly kind: 'close' }
  /** Another name for an argument. */
  | { readonly kind: 'name'; readonly variable: string; readonly name: string };

const tag = /\{\{-?([\s\S]*?)-?\}\}|\{%-?([\s\S]*?)-?%\}|\{#[\s\S]*?#\}/g;

/** A part that stands open, with what `.` means in it. */
interface Open {
  readonly name: string;
  readonly isNegated: boolean;
  readonly dot: string | undefined;
}

/** `source`, a template in `language`, in the blog's own language, if it does no more than that can say. */
export function rewriteTemplate(source: string, language: TemplateSource['language']): Rewriting {
  const read = { hugo: readHugoTag, tera: readTeraTag, liquid: readLiquidTag }[language];
  const open: Open[] = [];
  const names = new Map<string, string>();
  let text = '';
  let last = 0;
  for (const match of source.replace(/\r\n?/g, '\n').matchAll(tag)) {
    const { index } = match;
    text += source.slice(last, index);
    last = index + match[0].length;
    if (match[0].startsWith('{#')) continue;
    const meaning = read((match[1] ?? match[2] ?? '').trim(), match[1] !== undefined, {
      names,
      dot: open.findLast(({ dot }) => dot !== undefined)?.dot,
    });
    const written = meaning === undefined ? undefined : write(meaning, open, names);
    if (written === undefined)
      return {
        kind: 'stuck',
        line: source.slice(0, index).split('\n').length,
        tag: match[0].slice(0, 60),
      };
    text += written;
  }
  if (open.length > 0) return { kind: 'stuck', line: 1, tag: 'a part that is not closed' };
  return {
    kind: 'done',
    text: `${(text + source.slice(last)).trim()}\n`,
    hasScript: /<(?:script|style)\b/i.test(source),
  };
}

function write(meaning: Meaning, open: Open[], names: Map<string, string>): string | undefined {
  switch (meaning.kind) {
    case 'text':
      return meaning.text;
    case 'name':
      names.set(meaning.variable, meaning.name);
      return '';
    case 'open':
      open.push({ name: meaning.name, isNegated: meaning.isNegated, dot: meaning.dot });
      return `{{${meaning.isNegated ? '^' : '#'}${meaning.name}}}`;
    case 'else': {
      const part = open.pop();
      if (part === undefined) return undefined;
      open.push({ ...part, isNegated: !part.isNegated, dot: undefined });
      return `{{/${part.name}}}{{${part.isNegated ? '#' : '^'}${part.name}}}`;
    }
    case 'close': {
      const part = open.pop();
      return part === undefined ? undefined : `{{/${part.name}}}`;
    }
    default:
      return meaning satisfies never;
  }
}

interface Scope {
  /** Arguments by the names of variables. */
  readonly names: ReadonlyMap<string, string>;
  /** What `.` stands for; `undefined` outside of a part that says so. */
  readonly dot: string | undefined;
}

/** Values of pages and of the site that templates here have too. */
const worldNames: Readonly<Record<string, string>> = {
  '.Page.Title': 'page.title',
  '$.Page.Title': 'page.title',
  '.Site.Title': 'site.title',
  'site.Title': 'site.title',
  'page.title': 'page.title',
  'page.description': 'page.description',
  'config.title': 'site.title',
  'config.base_url': 'site.url',
  'site.title': 'site.title',
  'site.description': 'site.description',
  'site.author': 'site.author',
};

function readHugoTag(inner: string, _isValue: boolean, { names, dot }: Scope): Meaning | undefined {
  if (inner.startsWith('/*')) return { kind: 'text', text: '' };
  if (inner === 'end') return { kind: 'close' };
  if (inner === 'else') return { kind: 'else' };
  const find = (expression: string): string | undefined => {
    const bare = expression.replace(/^\((.*)\)$/, '$1').trim();
    const [, quoted, number] = /^\$?\.Get\s+(?:["`]([\w-]+)["`]|(\d+))$/.exec(bare) ?? [];
    const given = quoted ?? number ?? /^\$?\.Params\.(\w+)$/.exec(bare)?.[1];
    if (given !== undefined) return given;
    if (bare === '.') return dot;
    return names.get(bare) ?? worldNames[bare];
  };
  const [, variable, assigned] = /^(\$\w+)\s*:?=\s*(.+)$/.exec(inner) ?? [];
  if (variable !== undefined && assigned !== undefined) {
    const name = find(assigned);
    return name === undefined ? undefined : { kind: 'name', variable, name };
  }
  const [, word, condition] = /^(if|with)\s+(.+)$/.exec(inner) ?? [];
  if (word !== undefined && condition !== undefined) {
    const isNegated = condition.startsWith('not ');
    const name = find(
      isNegated
        ? condition.slice(4).trim()
        : condition.replace(/^isset \.Params ["`]([\w-]+)["`]$/, '.Params.$1'),
    );
    if (name === undefined) return undefined;
    return { kind: 'open', name, isNegated, ...(word === 'with' && { dot: name }) };
  }
  const isInner =
    /^(?:\.Page\.RenderString\s+|markdownify\s+|safeHTML\s+)?\(?\s*(?:trim\s+)?\.Inner\b/.test(
      inner,
    );
  if (isInner && !/replace|split|range|index/.test(inner))
    return { kind: 'text', text: '{{body}}' };
  const isHtml =
    /\|\s*(?:safeHTML|markdownify|\$?\.Page\.RenderString)/.test(inner) ||
    /^(?:markdownify|safeHTML)\s/.test(inner);
  const bare = inner
    .replace(
      /\s*\|\s*(?:safeHTML|safeURL|safeHTMLAttr|markdownify|htmlEscape|absURL|relURL|\$?\.Page\.RenderString)/g,
      '',
    )
    .replace(/^(?:markdownify|safeHTML|safeURL|absURL|relURL)\s+/, '');
  return toValue(find(bare), isHtml);
}

function readTeraTag(inner: string, isValue: boolean): Meaning | undefined {
  if (!isValue) {
    if (/^end(?:if|for)$/.test(inner)) return { kind: 'close' };
    if (inner === 'else') return { kind: 'else' };
    const [, no, name] = /^if\s+(not\s+)?(\w+)$/.exec(inner) ?? [];
    if (name !== undefined) return { kind: 'open', name, isNegated: no !== undefined };
    const [, item, list] = /^for\s+(\w+)\s+in\s+(\w+)$/.exec(inner) ?? [];
    return item === undefined || list === undefined || item !== 'item'
      ? undefined
      : { kind: 'open', name: list, isNegated: false };
  }
  if (/^body(?:\s*\|\s*(?:markdown(?:\([^)]*\))?|safe|trim))*$/.test(inner))
    return { kind: 'text', text: '{{body}}' };
  const [, name = '', rest = ''] = /^([\w.]+)((?:\s*\|.*)?)$/.exec(inner) ?? [];
  const [, otherwise] =
    /^\s*\|\s*default\(value\s*=\s*["']([^"'{}]*)["']\)\s*(?:\|\s*safe\s*)?$/.exec(rest) ?? [];
  if (otherwise !== undefined && /^\w+$/.test(name)) return toDefault(name, otherwise);
  if (!/^(?:\s*\|\s*(?:safe|escape|markdown(?:\([^)]*\))?|trim))*\s*$/.test(rest)) return undefined;
  const known = name === 'item' ? '.' : /^\w+$/.test(name) ? name : worldNames[name];
  return toValue(known, /\b(?:safe|markdown)\b/.test(rest));
}

function readLiquidTag(inner: string, isValue: boolean): Meaning | undefined {
  if (!isValue) {
    if (/^end(?:if|unless)$/.test(inner)) return { kind: 'close' };
    if (inner === 'else') return { kind: 'else' };
    const [, word, name] = /^(if|unless)\s+include\.([\w-]+)$/.exec(inner) ?? [];
    return name === undefined ? undefined : { kind: 'open', name, isNegated: word === 'unless' };
  }
  const [, name = '', rest = ''] = /^([\w.-]+)((?:\s*\|.*)?)$/.exec(inner) ?? [];
  const own = /^include\.([\w-]+)$/.exec(name)?.[1];
  const [, otherwise] = /^\s*\|\s*default:\s*["']([^"'{}]*)["']\s*$/.exec(rest) ?? [];
  if (own !== undefined && otherwise !== undefined) return toDefault(own, otherwise);
  if (!/^(?:\s*\|\s*(?:relative_url|absolute_url|escape|strip|markdownify))*\s*$/.test(rest))
    return undefined;
  return toValue(own ?? worldNames[name], !/\|\s*escape/.test(rest));
}

function toValue(name: string | undefined, isHtml: boolean): Meaning | undefined {
  if (name === undefined) return undefined;
  return { kind: 'text', text: isHtml ? `{{{${name}}}}` : `{{${name}}}` };
}

function toDefault(name: string, otherwise: string): Meaning {
  return {
    kind: 'text',
    text: `{{#${name}}}{{${name}}}{{/${name}}}{{^${name}}}${otherwise}{{/${name}}}`,
  };
}
