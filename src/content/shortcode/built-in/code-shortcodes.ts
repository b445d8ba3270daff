import { argument } from '../base/call.ts';
import type { Call, Expansion, Shortcode } from '../base/call.ts';

/**
 * Shortcodes that take their body as it is written, so that code in it is not read as Markdown or tags. A tag
 * of these names needs its end.
 */
export const verbatimNames: ReadonlySet<string> = new Set(
  (
    'raw verbatim comment highlight codeblock code prism mermaid plantuml graphviz chart diagram goat ' +
    'katex math mathjax'
  ).split(' '),
);

/** Code, diagrams and formulas. */
export const codeShortcodes: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ...['raw', 'verbatim'].map((name) => withBody(name, () => ({ kind: 'verbatim' }))),
  ...['highlight', 'codeblock', 'code', 'prism'].map((name) => withBody(name, showCode)),
  ...['mermaid', 'plantuml', 'graphviz', 'chart', 'diagram', 'goat'].map((name) =>
    withBody(name, (_call, code) => ({ kind: 'code', info: name, code })),
  ),
  withBody('comment', () => ({ kind: 'inline', text: '' })),
  // `{% # a remark %}`
  ['#', () => ({ kind: 'inline', text: '' })],
  ...['katex', 'math', 'mathjax'].map((name): [string, Shortcode] => [name, showFormula]),
]);

/** A shortcode that says nothing without its body. */
function withBody(
  name: string,
  expand: (call: Call, code: string) => Expansion,
): [string, Shortcode] {
  return [
    name,
    (call) => {
      if (call.verbatim !== undefined) return expand(call, call.verbatim);
      call.report(
        `\`${call.name}\` has no closing tag.`,
        'Close it behind the text that belongs to it.',
      );
      return undefined;
    },
  ];
}

/** Words of an option list: `linenos=table`, `hl_lines=2 4-6`, `hl_lines=[2,"4-6"]`. */
const option = /([a-z_]+)\s*(?:=\s*("[^"]*"|'[^']*'|\[[^\]]*\]|[^\s,]+(?:[ ,]+\d[\d-]*)*))?/gi;

/** The options of all dialects as a fence in Zola's form, which `markdown/fence-info.ts` reads. */
function showCode(call: Call, code: string): Expansion {
  const written = formatOptions(call);
  const language = argument(call, 'lang', 'language') ?? firstWord(call);
  const info = [/^[^\s,{}`]+$/.test(language) ? language : 'text'];
  for (const [, name = '', value = ''] of written.matchAll(option)) {
    const key = name.toLowerCase();
    const text = value
      .replace(/["'[\]]/g, '')
      .replace(/,/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (/^(?:linenos|linenumbers|showlinenumbers)$/.test(key) && !/^(?:false|off)$/i.test(text))
      info.push('linenos');
    else if (/^(?:linenostart|start)$/.test(key) && /^\d{1,7}$/.test(text))
      info.push(`linenostart=${text}`);
    else if (/^(?:hl_lines|mark_lines|mark|highlight)$/.test(key) && /^[\d\s-]+$/.test(text))
      info.push(`hl_lines=${text}`);
    else if (/^(?:title|caption|filename|name)$/.test(key) && text !== '')
      info.push(`name="${text.replace(/[`\n]/g, '')}"`);
  }
  return { kind: 'code', info: info.join(','), code };
}

function firstWord(call: Call): string {
  const word = call.args.positional.find((value) => typeof value === 'string');
  return typeof word === 'string' && call.name !== 'codeblock' ? word : 'text';
}

/** All options as one text: Hugo gives them in a string, Jekyll as bare words. */
function formatOptions(call: Call): string {
  const strings = call.args.positional
    .slice(1)
    .map((value) => (typeof value === 'string' ? value : ''));
  const named = [...call.args.named]
    .filter(([name]) => !/^(?:lang|language|options)$/.test(name))
    .map(([name, value]) => `${name}="${typeof value === 'string' ? value : value.join(' ')}"`);
  return [...strings, argument(call, 'options') ?? '', ...named].join(' ');
}

/** Source of a formula in the form that `markdown` reads where math is on; else as code. */
function showFormula(call: Call): Expansion {
  const source = (call.verbatim ?? argument(call, 'text', 0) ?? '')
    .trim()
    .replace(/^\$\$?|\$\$?$/g, '');
  const hasMath = call.post.meta.math ?? call.context.site.math;
  if (!hasMath || !call.isBlock) {
    return hasMath
      ? { kind: 'inline', text: `$${source}$` }
      : { kind: 'code', info: 'latex', code: source };
  }
  return { kind: 'block', parts: [{ kind: 'markdown', markdown: `$$\n${source}\n$$` }] };
}
