import type { Token, Tokens } from 'marked';

/** The tokens within `token` in the order of the text, in groups such as the items of a list. */
export function childrenOf(token: Token): readonly Token[][] {
  if (token.type === 'list') return (token as Tokens.List).items.map((item) => item.tokens);
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flat().map((cell) => cell.tokens);
  }
  if (token.type === 'definitionList') {
    const { items } = token as Tokens.Generic & {
      readonly items: readonly { readonly tokens: Token[] }[];
    };
    return items.map((item) => item.tokens);
  }
  return 'tokens' in token && token.tokens !== undefined ? [token.tokens] : [];
}
