import { escapeHtml } from '../model/html.ts';
import { replaceEmoji } from './constructs/emoji.ts';
import { smarten } from './constructs/smart-punctuation.ts';

/** The changes to the plain text of a post on its way to HTML. Keeps the character before, which quotes depend on. */
export interface TextTransform {
  /** Tells that a new block begins. */
  startBlock(): void;
  /** Text as Markdown left it → HTML. */
  apply(text: string): string;
}

/** The facts that the changes to a text depend on. */
export interface TextNeeds {
  readonly smartPunctuation: boolean;
  /** Characters by emoji name, without colons; `undefined` when the post has none. */
  readonly emoji: Readonly<Record<string, string>> | undefined;
  /** What short forms stand for. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** The transform of one body. */
export function createTextTransform({
  smartPunctuation,
  emoji,
  abbreviations,
}: TextNeeds): TextTransform {
  const pattern = createAbbreviationPattern(abbreviations);
  let before = '';
  return {
    startBlock() {
      before = '';
    },
    apply(text) {
      let result = text;
      if (smartPunctuation) result = smarten(result, before);
      before = text.at(-1) ?? before;
      if (emoji !== undefined) result = replaceEmoji(result, emoji);
      return pattern === undefined
        ? escapeKeepingReferences(result)
        : markAbbreviations(result, pattern, abbreviations);
    },
  };
}

/** `text` escaped, except the character references in it: Markdown lets authors write `&mdash;`. */
export function escapeKeepingReferences(text: string): string {
  return text.replace(
    /[<>"']|&(?!#\d{1,7};|#[Xx][a-fA-F0-9]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)/g,
    (character) => escapeHtml(character),
  );
}

/** More short forms than this in a post are not marked: each costs time at every word. */
const maxAbbreviations = 200;

function createAbbreviationPattern(abbreviations: ReadonlyMap<string, string>): RegExp | undefined {
  if (abbreviations.size === 0) return undefined;
  const terms = [...abbreviations.keys()]
    .slice(0, maxAbbreviations)
    .toSorted((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${terms.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

function markAbbreviations(
  text: string,
  pattern: RegExp,
  abbreviations: ReadonlyMap<string, string>,
): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const title = abbreviations.get(match[0]) ?? '';
    html += escapeKeepingReferences(text.slice(at, match.index));
    html += `<abbr title="${escapeKeepingReferences(title)}">${escapeKeepingReferences(match[0])}</abbr>`;
    at = match.index + match[0].length;
  }
  return html + escapeKeepingReferences(text.slice(at));
}
