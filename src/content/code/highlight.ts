// A declaration file is in every program only by this; there is nothing in it to import.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./highlight-js.d.ts" />
import type { HighlightApi } from 'highlight.js/lib/core';
import { languageSources } from 'virtual:rubric/languages';

import { escapeHtml } from '../model/html.ts';
import { loadGrammar } from './load-grammar.ts';

/**
 * Code and its language → classed spans. highlight.js and each grammar are chunks of their own, loaded when a post
 * needs them. Markup, for whoever styles it:
 *
 *     <figure class="code" data-language="rust">
 *       <header><span>main.rs</span></header>
 *       <pre data-numbered><code><span class="line" data-line="3" data-marked>…\n</span>…</code></pre>
 *     </figure>
 *
 * - `span.line` is there only when lines are numbered or marked; it holds its line break and wants `display: block`.
 * - `pre[data-numbered]`: show `attr(data-line)` before each `.line`; being generated content, it is never copied.
 * - `.line[data-marked]`: a highlighted line.
 * - `span[data-prompt]`: the `$ ` of a console session; `user-select: none`, and the Copy button leaves it out.
 * - Classes: `tok-comment tok-keyword tok-string tok-number tok-func tok-type tok-attr`, and in a diff
 *   `tok-inserted tok-deleted`.
 */

/** Longer code is shown plain: colouring it would cost more than it helps. In UTF-16 code units. */
export const maxHighlightLength = 120_000;

/** Code of one body that is coloured: what comes after it is plain. In UTF-16 code units. */
const maxBodyLength = 2 * maxHighlightLength;

/** A line longer than this is minified or made to hurt: some grammars take quadratic time on it. */
const longLine = /[^\n]{2001}/;

/** More spans than this and the code is shown plain, so that listings cannot use up the tags of a post. */
const maxSpans = 15_000;

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(languageSources).flatMap(([name, { aliases = '' }]) =>
    [name, ...aliases.split(' ').filter(Boolean)].map((alias) => [alias, name] as const),
  ),
);

/** The highlight.js name of `language` as a blogger wrote it (`rs`, `JS`, `c++`); `undefined` when it is not known. */
export function findLanguage(language: string): string | undefined {
  return names.get(language.trim().toLowerCase());
}

/** Colours code in the languages it was made with; synchronous. */
export interface Highlighter {
  /** `code` as HTML; escaped text only when the language is unknown or the code too long. */
  highlight(code: string, language: string): string;
}

let core: Promise<HighlightApi> | undefined;
const loads = new Map<string, Promise<void>>();

/** Called with each language whose grammar failed on a code, and why. */
export type HighlightFault = (language: string, reason: string) => void;

/** Loads what colouring `languages` takes; unknown ones are left out. */
export async function createHighlighter(
  languages: Iterable<string>,
  onFault?: HighlightFault,
): Promise<Highlighter> {
  const colored = findColored(languages);
  if (colored.length === 0) return { highlight: escapeHtml };
  const hljs = await loadCore();
  await Promise.all(colored.map((name) => loadLanguage(hljs, name)));
  return openHighlighter(hljs, onFault);
}

function loadCore(): Promise<HighlightApi> {
  if (core !== undefined) return core;
  core = loadGrammar().then((module) => module.default.newInstance());
  core.catch(() => (core = undefined));
  return core;
}

/** The highlight.js names of those of `languages` that are coloured, each once. */
export function findColored(languages: Iterable<string>): readonly string[] {
  const found = new Set([...languages].map(findLanguage));
  return [...found].filter((name): name is string => name !== undefined && name !== 'plaintext');
}

/** A highlighter by the languages that `hljs` knows. Code on which `hljs` fails is plain. */
export function openHighlighter(
  hljs: Pick<HighlightApi, 'highlight' | 'getLanguage'>,
  onFault?: HighlightFault,
): Highlighter {
  let left = maxBodyLength;
  const explain = (code: string): string | undefined => {
    if (code.length > maxHighlightLength)
      return `it has more than ${maxHighlightLength} characters`;
    if (longLine.test(code)) return 'it has a line of more than 2000 characters';
    return code.length > left
      ? `the post has more than ${maxBodyLength} characters of code`
      : undefined;
  };
  return {
    highlight(code, language) {
      const name = findLanguage(language);
      const isKnown = name !== undefined && hljs.getLanguage(name) !== undefined;
      if (!isKnown) return escapeHtml(code);
      const reason = explain(code);
      if (reason !== undefined) {
        onFault?.(name, reason);
        return escapeHtml(code);
      }
      left -= code.length;
      try {
        const { value, errorRaised } = hljs.highlight(code, {
          language: name,
          ignoreIllegals: true,
        });
        if (errorRaised !== undefined) throw errorRaised;
        return renameTokens(value) ?? escapeHtml(code);
      } catch (error) {
        // Plain code serves a reader as well.
        onFault?.(name, error instanceof Error ? error.message : String(error));
        return escapeHtml(code);
      }
    },
  };
}

/** `code` as HTML with classed spans, loading the language when needed. */
export async function highlightCode(code: string, language: string): Promise<string> {
  const highlighter = await createHighlighter([language]);
  return highlighter.highlight(code, language);
}

/** Loads a language with those that its code may hold, whoever has asked for some of them before. */
async function loadLanguage(hljs: HighlightApi, name: string): Promise<void> {
  const wanted = new Set([name]);
  // The set grows while it is walked, and takes each name once: a language may need one that needs it back.
  for (const found of wanted) {
    for (const need of languageSources[found]?.needs ?? []) wanted.add(need);
  }
  await Promise.all([...wanted].map((found) => loadOnce(hljs, found)));
}

function loadOnce(hljs: HighlightApi, name: string): Promise<void> {
  const running = loads.get(name);
  if (running !== undefined) return running;
  const load = loadSource(hljs, name);
  loads.set(name, load);
  // A language that did not come is asked for again by the next post.
  load.catch(() => loads.delete(name));
  return load;
}

async function loadSource(hljs: HighlightApi, name: string): Promise<void> {
  const module = await languageSources[name]?.load();
  if (module !== undefined) hljs.registerLanguage(name, module.default);
}

/** highlight.js class, without `hljs-`, → ours. A class with a subclass is looked up as `title.function` first. */
const tokens: Readonly<Record<string, string>> = {
  comment: 'tok-comment',
  quote: 'tok-comment',
  keyword: 'tok-keyword',
  name: 'tok-keyword',
  'selector-tag': 'tok-keyword',
  'template-tag': 'tok-keyword',
  'variable.language': 'tok-keyword',
  string: 'tok-string',
  regexp: 'tok-string',
  'char.escape': 'tok-string',
  link: 'tok-string',
  code: 'tok-string',
  number: 'tok-number',
  literal: 'tok-number',
  symbol: 'tok-number',
  bullet: 'tok-number',
  title: 'tok-func',
  'title.function': 'tok-func',
  'title.function.invoke': 'tok-func',
  built_in: 'tok-func',
  section: 'tok-func',
  'title.class': 'tok-type',
  'title.class.inherited': 'tok-type',
  type: 'tok-type',
  class: 'tok-type',
  'selector-class': 'tok-type',
  attr: 'tok-attr',
  attribute: 'tok-attr',
  meta: 'tok-attr',
  'meta.prompt': 'data-prompt',
  'selector-attr': 'tok-attr',
  'selector-pseudo': 'tok-attr',
  'selector-id': 'tok-attr',
  'template-variable': 'tok-attr',
  'variable.constant': 'tok-number',
  addition: 'tok-inserted',
  deletion: 'tok-deleted',
};

/** The scope that the classes of a span of highlight.js stand for: `hljs-title function_` → `title.function`. */
function scopeOf(classNames: string): string {
  return classNames
    .replace(/^hljs-/, '')
    .replace(/_+(?= |$)/g, '')
    .replaceAll(' ', '.');
}

function findToken(scope: string): string | undefined {
  // `built_in` is one name; all others have their parts after points.
  return tokens[scope] ?? tokens[scope.split('.')[0] ?? ''];
}

/** Spans of highlight.js with our classes; spans without one of ours go. `undefined`: too many. */
function renameTokens(html: string): string | undefined {
  const open: { readonly scope: string; readonly isWritten: boolean }[] = [];
  let spans = 0;
  const renamed = html.replace(/<span class="([^"]*)">|<\/span>/g, (_tag, classes?: string) => {
    if (classes === undefined) return open.pop()?.isWritten === true ? '</span>' : '';
    const scope = scopeOf(classes);
    // JSON's `true` is a keyword within a literal.
    const token = open.at(-1)?.scope === 'literal' ? undefined : findToken(scope);
    open.push({ scope, isWritten: token !== undefined });
    if (token === undefined) return '';
    spans++;
    return token === 'data-prompt' ? '<span data-prompt>' : `<span class="${token}">`;
  });
  return spans > maxSpans ? undefined : renamed;
}

/** Which lines carry what. */
export interface LineOptions {
  /** Number of the first line. */
  readonly start: number;
  /** Numbers of the marked lines, counted from {@link LineOptions.start}. */
  readonly marked: ReadonlySet<number>;
}

/** Highlighted `html` cut into `span.line`s; spans that run over a line break are closed before and opened after it. */
export function wrapLines(html: string, { start, marked }: LineOptions): string {
  const open: string[] = [];
  const lines = html.replace(/\n$/, '').split('\n');
  return lines
    .map((line, index) => {
      const before = open.join('');
      for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
        if (tag === '</span>') open.pop();
        else open.push(tag);
      }
      const mark = marked.has(start + index) ? ' data-marked' : '';
      const after = '</span>'.repeat(open.length);
      return `<span class="line" data-line="${start + index}"${mark}>${before}${line}${after}\n</span>`;
    })
    .join('');
}
