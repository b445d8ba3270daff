import type { UnpublishedPost } from '../../content/model/writing-state.ts';

const look = `
  margin-inline-start: 0.6em;
  padding: 0.15em 0.45em;
  border: 1px solid var(--rubric-rule);
  border-radius: var(--radius);
  color: var(--rubric);
  font: 600 0.6875rem / 1 var(--mono);
  white-space: nowrap;
  vertical-align: middle;
`;

/**
 * The rules that put a mark after each link to a post that readers do not get, wherever the app shows one: in lists, results,
 * texts.
 */
export function formatMarks(posts: readonly UnpublishedPost[]): string {
  return posts
    .map(({ href, label }) => `a[href=${quote(href)}]::after { content: ${quote(label)}; ${look} }`)
    .join('\n');
}

/** A string of CSS. */
function quote(text: string): string {
  return `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
