import { escapeHtml } from '../../content/model/html.ts';

/** Characters that no XML document may hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** `text` for element and attribute text of XML: escaped, without the characters XML forbids. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(forbidden, ''));
}

/** `<name>text</name>` with `text` escaped; nothing when it is `undefined`. `attributes` are written as given. */
export function formatElement(name: string, text: string | undefined, attributes = ''): string {
  return text === undefined ? '' : `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

/** An XML document of `lines`, empty ones left out. */
export function joinXml(lines: readonly string[]): string {
  const text = lines.filter((line) => line !== '').join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}
