/** What the info string of a code fence says, in any dialect. */
export interface FenceInfo {
  /** As written, lower case; empty when none. */
  readonly language: string;
  /** File name or title to show; `undefined` when none. */
  readonly title: string | undefined;
  readonly hasLineNumbers: boolean;
  /** Number of the first line. */
  readonly start: number;
  /** Marked lines as ranges, both ends included, as the dialect counts them: see {@link FenceInfo.start}. */
  readonly marked: readonly LineRange[];
}

/** Lines from `first` to `last`, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Longer info strings are read up to here. */
const maxInfoLength = 2000;

/**
 * Reads the info string of a code fence.
 *
 * - Zola: `rust,linenos,linenostart=10,hl_lines=3-5 8,name=main.rs`
 * - Hugo: `rust {linenos=true,hl_lines=[2,"4-6"],linenostart=10}`
 * - Jekyll and kramdown: `rust`, `{:.language-rust}`, and `rust linenos mark_lines="1 2"`
 * - Docusaurus, VitePress, Gatsby: `js {1,3-5} title="x.js" showLineNumbers`, `js:line-numbers=3`
 * - R Markdown, Pandoc: `{r}`, `{.rust .numberLines}`
 *
 * Marked lines count from 1 at the first line of the code, except Hugo's, which count the same way.
 */
export function parseFenceInfo(written: string): FenceInfo {
  const info = written.slice(0, maxInfoLength).trim();
  const { language, rest } = splitLanguage(info);
  const options = readOptions(rest);
  const numbers = findOption(options, [
    'linenos',
    'linenumbers',
    'showlinenumbers',
    'numberlines',
    'line-numbers',
  ]);
  const lines = findOption(options, ['hl_lines', 'mark_lines', 'highlight', 'mark', 'lines', '{}']);
  const start =
    findOption(options, ['linenostart', 'startline', 'start', 'startfrom', 'firstline']) ?? numbers;
  return {
    language,
    title: findOption(options, ['name', 'title', 'filename', 'file', 'caption']),
    hasLineNumbers: numbers !== undefined && !/^(?:false|off|no|0)$/i.test(numbers),
    start: Math.min(Number(/^\d{1,7}$/.exec(start ?? '')?.[0] ?? 1), 1_000_000),
    marked: parseRanges(lines ?? ''),
  };
}

function splitLanguage(info: string): { language: string; rest: string } {
  // `{.rust .numberLines}`, `{:.language-rust}`, `{r, echo=FALSE}`
  const attributes = /^\{:?\s*\.?(?:language-)?([^\s,.}=]*)([^}]*)\}(.*)$/.exec(info);
  if (attributes !== null && !/^\d/.test(attributes[1] ?? '')) {
    return {
      language: clean(attributes[1] ?? ''),
      rest: `${(attributes[2] ?? '').replace(/\s\./g, ' ')} ${attributes[3] ?? ''}`,
    };
  }
  const [, language = '', rest = ''] = /^([^\s,{:="']*)([\s\S]*)$/.exec(info) ?? [];
  // `title="x"` without a language, and `rust:src/main.rs`
  if (rest.startsWith('=')) return { language: '', rest: info };
  if (rest.startsWith(':')) return { language: clean(language), rest: readColon(rest.slice(1)) };
  return { language: clean(language), rest };
}

function readColon(rest: string): string {
  return /^(?:no-)?line-numbers/.test(rest)
    ? rest.replace(/^no-line-numbers/, '')
    : `name="${rest.trim().split(/\s/)[0] ?? ''}"`;
}

function clean(language: string): string {
  return language.replace(/^(?:language|lang)-/, '').toLowerCase();
}

interface Option {
  readonly name: string;
  readonly value: string;
}

/** One option: a name with or without a value, or a list of lines in braces. Anything else is skipped by character. */
const option =
  /([A-Za-z_][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\}|[^\s,{}]+))?|\{([\d\s,-]+)\}/g;

function readOptions(rest: string): readonly Option[] {
  const options: Option[] = [];
  for (const [, name, value, lines] of rest.matchAll(option)) {
    if (lines !== undefined) options.push({ name: '{}', value: lines });
    else if (name !== undefined)
      options.push({ name: name.toLowerCase(), value: unquote(value ?? '') });
  }
  return joinLists(options, rest);
}

/** Zola's `hl_lines=3-5 8` goes on after the space. */
function joinLists(options: readonly Option[], rest: string): readonly Option[] {
  const list = /\b(?:hl_lines|hide_lines|mark_lines)\s*=\s*([\d\s-]+)/.exec(rest)?.[1];
  if (list === undefined) return options;
  return options.map((entry) =>
    /^(?:hl|mark)_lines$/.test(entry.name) ? { ...entry, value: list } : entry,
  );
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function findOption(options: readonly Option[], names: readonly string[]): string | undefined {
  return options.find((entry) => names.includes(entry.name))?.value;
}

function parseRanges(text: string): readonly LineRange[] {
  return [...text.matchAll(/(\d{1,6})(?:\s*-\s*(\d{1,6}))?/g)].map(
    ([, first = '1', last = first]) => ({
      first: Number(first),
      last: Number(last),
    }),
  );
}
