// Imported by `import()` only: a chunk of its own, which posts without the marks of formulas do without.

import type { TokenizerAndRendererExtension, Tokens } from 'marked';

import { escapeHtml } from '../../model/html.ts';
import { reportOnce } from '../base/state.ts';
import type { MarkdownState } from '../base/state.ts';
import { loadTemml } from './load-temml.ts';

/** A formula. */
interface MathToken extends Tokens.Generic {
  readonly type: 'math' | 'mathBlock';
  readonly source: string;
  readonly isDisplay: boolean;
}

/** Longer formulas are shown as their source. In UTF-16 code units. */
const maxInline = 2000;
const maxBlock = 20_000;

/** Formulas of one body beyond this are shown as their source. */
const maxBody = 100_000;

/** A formula in a line with a longer source may be wider than a phone, and can be scrolled. */
const longestNarrow = 24;

/** Temml's one function, once it is loaded. */
type ToMathMl = (source: string, isDisplay: boolean) => string;
let toMathMl: ToMathMl | undefined;

/** Loads what sets formulas, for a body that has one. */
export async function loadMath(): Promise<void> {
  if (toMathMl !== undefined) return;
  const { default: temml } = await loadTemml();
  toMathMl = (source, isDisplay) =>
    temml.renderToString(source, {
      displayMode: isDisplay,
      throwOnError: true,
      // Bounds on what a formula may cost: sizes in em, and macro steps.
      maxSize: [25, 25],
      maxExpand: 500,
      trust: false,
    });
}

/**
 * Formulas, when the post asks for them: `$…$` and `\(…\)` in a line, `$$…$$`, `\[…\]` and AMS environments by
 * themselves. A `$` opens only before and closes only after something other than a space, and does not close before
 * a digit, so that prices stay. One that has a command of TeX in it may end with a space.
 */
export function mathSyntax(state: MarkdownState): TokenizerAndRendererExtension[] {
  const renderer = (token: Tokens.Generic): string => formatMath(token as MathToken, state);
  return [
    {
      name: 'mathBlock',
      level: 'block',
      tokenizer(source) {
        if (!/^ {0,3}(?:\$\$|\\\[|\\begin\{)/.test(source)) return undefined;
        const head = source.slice(0, maxBlock);
        const match =
          /^ {0,3}\$\$((?:[^$\\]|\\[\s\S]|\$(?!\$))+)\$\$[ \t]*(?:\n|$)/.exec(head) ??
          /^ {0,3}\\\[([\s\S]+?)\\\][ \t]*(?:\n|$)/.exec(head) ??
          /^ {0,3}(\\begin\{((?:align|equation|gather|multline|alignat|eqnarray|cases|[bpvBV]?matrix|array|split|aligned|gathered|CD|darray|dcases)\*?)\}[\s\S]*?\\end\{\2\})[ \t]*(?:\n|$)/.exec(
            head,
          );
        if (match === null || match[1] === undefined || /\n[ \t]*\n/.test(match[1]))
          return undefined;
        state.hasMath = true;
        return { type: 'mathBlock', raw: match[0], source: match[1].trim(), isDisplay: true };
      },
      renderer,
    },
    {
      name: 'math',
      level: 'inline',
      start: (source) => (source.includes('$') ? source.indexOf('$') : undefined),
      tokenizer(source) {
        const found = readInline(source);
        if (found === undefined) return undefined;
        state.hasMath = true;
        return { type: 'math', ...found };
      },
      renderer,
    },
  ];
}

interface InlineMath {
  readonly raw: string;
  readonly source: string;
  readonly isDisplay: boolean;
}

function readInline(source: string): InlineMath | undefined {
  const mark = source[0];
  if (mark !== '$' && mark !== '\\') return undefined;
  const head = source.slice(0, maxInline);
  const match =
    /^\$\$((?:[^$\\]|\\[\s\S])+)\$\$/.exec(head) ??
    /^\$(?![\s$])((?:[^$\\]|\\[\s\S])*?[^\s$\\]|(?:[^$\\]|\\[\s\S])*?\\[^\s])\$(?![\d$])/.exec(
      head,
    ) ??
    /^\$(?![\s$])((?:[^$\\]|\\[^A-Za-z])*\\[A-Za-z](?:[^$\\]|\\[\s\S])*?)\s\$(?![\w$])/.exec(
      head,
    ) ??
    /^\\\(([\s\S]+?)\\\)/.exec(head) ??
    /^\\\[([\s\S]+?)\\\]/.exec(head);
  if (match === null || match[1] === undefined || /\n[ \t]*\n/.test(match[1])) return undefined;
  const isDisplay = match[0].startsWith('$$') || match[0].startsWith('\\[');
  return { raw: match[0], source: match[1].trim(), isDisplay };
}

/** Hides formulas from the search for emphasis: their `*` and `_` are none. */
export function maskMath(source: string): string {
  if (!source.includes('$') && !source.includes('\\(')) return source;
  let masked = '';
  let at = 0;
  for (let index = nextMark(source, 0); index !== -1; index = nextMark(source, at)) {
    const found = readInline(source.slice(index, index + maxInline));
    const end = index + (found?.raw.length ?? 1);
    masked +=
      source.slice(at, index) + (found === undefined ? source[index] : 'x'.repeat(end - index));
    at = end;
  }
  return masked + source.slice(at);
}

const mathMark = /\$|\\[([]/g;

function nextMark(source: string, at: number): number {
  mathMark.lastIndex = at;
  return mathMark.exec(source)?.index ?? -1;
}

/** The hook that tells marked of formulas. */
export const mathHooks = { hooks: { emStrongMask: maskMath } } as const;

function formatMath(token: MathToken, state: MarkdownState): string {
  const { source, isDisplay } = token;
  const isBlock = token.type === 'mathBlock';
  try {
    state.formulaLength += source.length;
    if (state.formulaLength > maxBody)
      throw new Error(`the post has more than ${maxBody} characters of formulas`);
    if (toMathMl === undefined) throw new Error('Temml is not loaded');
    const html = withoutStyles(toMathMl(source, isDisplay));
    if (isBlock) return `<p class="math-block">${html}</p>\n`;
    return isDisplay || source.length <= longestNarrow
      ? html
      : `<span class="math-inline">${html}</span>`;
  } catch (error) {
    // The source says more to a reader than a blank; the author gets the reason.
    const reason = describe(error);
    const start = source.slice(0, 60);
    const isOver = state.formulaLength > maxBody;
    reportOnce(state, {
      kind: isOver ? 'limit' : 'math',
      severity: 'warning',
      subject: isOver ? 'formulas' : `${start} ${reason}`,
      message: `The formula \`${start}\` could not be read: ${reason}`,
      remedy: isOver
        ? 'Split it into several posts.'
        : 'Correct it, or write `\\$` for a dollar sign.',
      token,
    });
    const shown = `<code class="math-error" title="${escapeHtml(reason)}">${escapeHtml(source)}</code>`;
    return isBlock ? `<p>${shown}</p>\n` : shown;
  }
}

function describe(error: unknown): string {
  // The stack of calls is full.
  if (error instanceof RangeError) return 'it is nested too deeply.';
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '')
    .replace(/^(?:ParseError|Temml parse error): */, '')
    .trim()
    .slice(0, 200);
}

/**
 * Temml's `style` attributes as attributes and classes that the policy allows: colours, and the lines of boxes and tables.
 * The others only fine-tune spaces. Styled by `tml-box`, `tml-line-below`, `tml-line-right` and Temml's own `tml-left`,
 * `tml-right`, `tml-jot`, `tml-display`, `tml-cancel`, `tml-tageqn`, `tml-tag`, `tml-eqn`.
 */
function withoutStyles(html: string): string {
  return html.replace(
    /<(\w+)((?: (?!style=)[\w-]+="[^"]*")*) style="([^"]*)"/g,
    (_tag, name: string, attributes: string, style: string) => {
      const color = /(?:^|;)color:(#[0-9a-f]{3,8})/i.exec(style)?.[1];
      const lines = [
        /(?:^|;)border:/.test(style) ? 'tml-box' : '',
        /(?:^|;)border-bottom:/.test(style) ? 'tml-line-below' : '',
        /(?:^|;)border-right:/.test(style) ? 'tml-line-right' : '',
      ].filter(Boolean);
      const own = / class="([^"]*)"/.exec(attributes)?.[1];
      const classes = [...(own === undefined ? [] : [own]), ...lines].join(' ');
      const rest = attributes.replace(/ class="[^"]*"/, '');
      const colored = color === undefined ? '' : ` mathcolor="${color}"`;
      return `<${name}${rest}${colored}${classes === '' ? '' : ` class="${classes}"`}`;
    },
  );
}
