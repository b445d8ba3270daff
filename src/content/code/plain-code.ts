import { escapeHtml } from '../model/html.ts';

/** Formats a code block; `info` is its fence's info string, empty where there is none. */
export type FormatCode = (code: string, info: string) => string;

/** A code block that names no language, as `formatCodeBlock` writes it. */
export function formatPlainCode(code: string): string {
  const html = escapeHtml(code).replace(/\n$/, '');
  return `<figure class="code"><header><span></span></header><pre dir="ltr"><code>${html}</code></pre></figure>\n`;
}
