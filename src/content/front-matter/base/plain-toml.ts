// Most TOML front matter is keys with texts, numbers, dates and lists of them, at the top and in tables. This reads that
// much, so that the TOML package and all that damaged front matter takes (10 kB gzip) are loaded only for posts that need
// them. A property test holds the two equal.

/** Dates before numbers: a number begins a date too. */
const scalar =
  '"[^"\\\\\\n]*"|\'[^\'\\n]*\'|true|false|\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)?)?|-?[1-9]\\d{0,14}|0';
/** Blanks, line ends and comments between the items of a list. */
const gap = '(?:[ \\t\\n]|#[^\\n]*\\n)*';
const list = `\\[${gap}(?:(?:${scalar})${gap}(?:,${gap}|(?=\\])))*\\]`;
/** The header of a table, a setting, or neither, to the end of the line. */
const statement = new RegExp(
  `[ \\t]*(?:(?:\\[[ \\t]*([\\w-]+)[ \\t]*\\]|([\\w-]+)[ \\t]*=[ \\t]*(${scalar}|${list}))[ \\t]*)?(?:#[^\\n]*)?(?:\\n|$)`,
  'y',
);
const item = new RegExp(`#[^\\n]*|${scalar}`, 'g');
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Settings that can hide a post: two of them may disagree. */
const hiding = /^(?:(?:is)?draft|publish(?:ed)?|status)$/;
/** More values are not plain: there is a limit on them. */
const maximumValues = 1000;

/**
 * The table that `text` holds, in the form of `normalizeValues`; `undefined` for anything beyond keys with scalars and
 * lists of scalars, in tables one deep, and for anything wrong or worth a report: all that is for the full parser. Linear.
 */
export function readPlainToml(text: string): Record<string, unknown> | undefined {
  if (control.test(text) || (text.match(/[=,[]/g)?.length ?? 0) > maximumValues) return undefined;
  const values = Object.create(null) as Record<string, unknown>;
  let table = values;
  let hidingCount = 0;
  for (statement.lastIndex = 0; statement.lastIndex < text.length;) {
    const match = statement.exec(text);
    if (match === null) return undefined;
    const [, header, key, source = ''] = match;
    const name = (header ?? key)?.toLowerCase();
    if (name === undefined) continue;
    const parent = header === undefined ? table : values;
    const value = header === undefined ? readValue(source) : Object.create(null);
    if (value === undefined || Object.hasOwn(parent, name)) return undefined;
    if (parent === values && hiding.test(name.replace(/[-_]/g, '')) && ++hidingCount > 1)
      return undefined;
    parent[name] = value;
    if (header !== undefined) table = value as Record<string, unknown>;
  }
  return values;
}

/** `undefined` for a date that does not exist, alone or in a list. */
function readValue(source: string): unknown {
  if (!source.startsWith('[')) return readScalar(source);
  const items = (source.match(item) ?? [])
    .filter((found) => !found.startsWith('#'))
    .map(readScalar);
  return items.includes(undefined) ? undefined : items;
}

function readScalar(source: string): unknown {
  const first = source.charAt(0);
  if (first === '"' || first === "'") return source.slice(1, -1);
  if (source === 'true' || source === 'false') return source === 'true';
  if (!/^\d{4}-/.test(source)) return Number(source);
  return isDate(source) ? source : undefined;
}

/** Tells a date and a time that exist as they are written: 30 February does not. */
function isDate(source: string): boolean {
  const written = source.slice(0, 19);
  const time = Date.parse(written.length > 10 ? `${written}Z` : written);
  return (
    !Number.isNaN(time + Date.parse(source)) && new Date(time).toISOString().startsWith(written)
  );
}
