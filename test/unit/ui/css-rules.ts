/** A rule of a style sheet: what stands before its braces, and between them. */
export interface CssRule {
  readonly prelude: string;
  /** Empty for a statement such as `@import`. */
  readonly body: string;
}

/** The outermost rules and statements of `css`. Knows comments; strings with braces do not occur in our sheets. */
export function splitRules(css: string): readonly CssRule[] {
  const text = css.replace(/\/\*[^]*?\*\//g, '');
  const rules: CssRule[] = [];
  let start = 0;
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' && depth++ === 0) open = at;
    else if (character === '}' && --depth === 0) {
      rules.push({ prelude: text.slice(start, open).trim(), body: text.slice(open + 1, at) });
      start = at + 1;
    } else if (character === ';' && depth === 0) {
      rules.push({ prelude: text.slice(start, at).trim(), body: '' });
      start = at + 1;
    }
  }
  return rules.map(({ prelude, body }) => ({ prelude: prelude.replace(/\s+/g, ' '), body }));
}
