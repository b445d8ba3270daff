// Imported by `import()` only: a chunk of its own, which posts without the name of a language do without.

import { escapeHtml } from '../model/html.ts';
import { createHighlighter, findColored, findLanguage, wrapLines } from './highlight.ts';
import type { Highlighter, HighlightFault } from './highlight.ts';
import { parseFenceInfo } from './fence-info.ts';
import type { FenceInfo, LineRange } from './fence-info.ts';
import type { FormatCode } from './plain-code.ts';

/** Diagrams are shown as their source: drawing them would cost a reader a megabyte of script. */
export const diagrams: readonly string[] = [
  'mermaid',
  'plantuml',
  'puml',
  'graphviz',
  'dot',
  'vega',
  'vega-lite',
  'd2',
  'bob',
  'svgbob',
  'ditaa',
  'nomnoml',
  'wavedrom',
  'goat',
  'chart',
  'flow',
  'sequence',
  'markmap',
  'kroki',
];

/** Languages that name no language. */
export const plain: readonly string[] = [
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'none',
  'raw',
  'output',
  'ascii',
  'no-highlight',
  'nohighlight',
];

/** Code blocks of one body. */
export interface CodeBlocks {
  readonly format: FormatCode;
  /** The languages that are coloured, by their names in highlight.js. */
  readonly languages: readonly string[];
}

/** Loads what the code blocks with these info strings take. */
export async function openCodeBlocks(
  infos: Iterable<string>,
  onFault: HighlightFault,
): Promise<CodeBlocks> {
  const written = [...infos].map((info) => parseFenceInfo(info).language);
  const highlighter = await createHighlighter(written, onFault);
  return {
    format: (code, info) => formatCodeBlock(code, info, highlighter),
    languages: findColored(written),
  };
}

/** Loads what colours code in `languages`, so that a body that has it need not wait. */
export async function prepareLanguages(languages: readonly string[]): Promise<void> {
  await createHighlighter(languages);
}

/** A code block as `figure.code`; its markup is described in `highlight.ts`. `info` is the fence's info string. */
export function formatCodeBlock(code: string, info: string, highlighter: Highlighter): string {
  const fence = parseFenceInfo(info);
  const lines = code.endsWith('\n') ? code : `${code}\n`;
  const html = formatCode(lines, fence, highlighter);
  const known =
    findLanguage(fence.language) ??
    (diagrams.includes(fence.language) ? fence.language : undefined);
  const language =
    known === undefined || plain.includes(fence.language)
      ? ''
      : ` data-language="${escapeHtml(known)}"`;
  const label = escapeHtml(labelOf(fence));
  const numbered = fence.hasLineNumbers ? ' data-numbered' : '';
  return `<figure class="code"${language}><header><span>${label}</span></header><pre${numbered} dir="ltr"><code>${html}</code></pre></figure>\n`;
}

function labelOf({ language, title }: FenceInfo): string {
  if (title !== undefined && title !== '') return title;
  if (plain.includes(language)) return '';
  return diagrams.includes(language) ? `${language} source` : language;
}

function formatCode(code: string, fence: FenceInfo, highlighter: Highlighter): string {
  const html = highlighter.highlight(code, fence.language);
  if (!fence.hasLineNumbers && fence.marked.length === 0) return html.replace(/\n$/, '');
  return wrapLines(html, {
    start: fence.start,
    marked: expandRanges(fence.marked, code.split('\n').length, fence.start),
  });
}

/** The lines that `ranges` name, as numbers counted from `start`; no more than the code has. */
function expandRanges(
  ranges: readonly LineRange[],
  count: number,
  start: number,
): ReadonlySet<number> {
  const marked = new Set<number>();
  for (const { first, last } of ranges.slice(0, 500)) {
    for (let line = Math.max(1, first); line <= Math.min(last, count); line++)
      marked.add(start + line - 1);
  }
  return marked;
}
