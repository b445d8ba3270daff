import type { TokenizerAndRendererExtension, Tokens } from 'marked';

/** A line that opens a fence right below one that ends with a tag. */
const fence = /(>[ \t]*\n)[ \t]*(`{3,}|~{3,})[^\n`]*(?=\n|$)/g;

/**
 * Fences that open right below a line of HTML. A block of HTML ends at the first blank line, so one in the code would end
 * it there, and the closing fence would open another that takes the rest of the post. Here the HTML ends before such a
 * fence; also before any fence below a summary, where nobody means to show it.
 */
export function htmlFenceSyntax(): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'htmlFence',
      level: 'block',
      tokenizer(source) {
        if (!/^ {0,3}<[a-z/]/i.test(source)) return undefined;
        const token = this.lexer.options.tokenizer?.html(source);
        if (token?.block !== true || token.pre) return token;
        const end = findFence(token);
        return end === undefined
          ? token
          : { ...token, raw: source.slice(0, end), text: source.slice(0, end) };
      },
    },
  ];
}

/** The offset in `token` of the fence before which it ends. */
function findFence({ raw }: Tokens.HTML): number | undefined {
  for (const match of raw.matchAll(fence)) {
    const [line, before = '', mark = ''] = match;
    const start = match.index + before.length;
    const isBelowSummary = raw.slice(0, match.index + 1).endsWith('</summary>');
    const isClosed = raw.slice(match.index + line.length).includes(`\n${mark}`);
    if (isBelowSummary || !isClosed) return start;
  }
  return undefined;
}
