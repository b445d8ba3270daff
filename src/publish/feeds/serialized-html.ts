// HTML as a serializer writes it: every value of an attribute is in double quotes, and `&`, `"` and brackets of
// texts are escaped. Sanitized bodies are such text at build.

/** A start tag: its name, its attributes with the space before each, and its end. */
export const startTag = /<([a-z][^\s/>]*)((?:\s+[^\s=<>/]+(?:="[^"]*")?)*)(\s*\/?>)/gi;

/** An attribute of a start tag: its name and, where it has one, its value as written. */
export const attribute = /\s+([^\s=<>/]+)(?:="([^"]*)")?/g;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
};

/** The value of an attribute that is written as `written`. */
export function decodeValue(written: string): string {
  return written.replace(/&(?:amp|quot|lt|gt|nbsp);/g, (entity) => entities[entity] ?? entity);
}

/** `value` as it is written between double quotes. */
export function encodeValue(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}
