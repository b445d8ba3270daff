import { escapeHtml } from '../model/html.ts';

/** `text` escaped, except the character references in it: Markdown lets authors write `&mdash;`. */
export function escapeKeepingReferences(text: string): string {
  return text.replace(
    /[<>"']|&(?!#\d{1,7};|#[Xx][a-fA-F0-9]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)/g,
    (character) => escapeHtml(character),
  );
}
