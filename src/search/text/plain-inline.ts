import { decodeEntities } from '../../content/text/entity.ts';

/** What `isMarkup` of `content/markdown/known-tags.ts` answers. */
export type IsMarkup = (tag: {
  readonly writtenName: string;
  readonly isClosing: boolean;
  readonly hasAttributes: boolean;
  readonly before: string;
}) => boolean;

/** A sign of a link's address, or a tag of a template in it; no sign begins both. */
const targetPart = String.raw`(?:[^()\s{]|\{(?![{%])|\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\})`;

/**
 * Inline markup, one alternative a construct. All repetitions are bounded, so that a hostile text costs
 * at most a few hundred steps a character.
 */
const inline = new RegExp(
  [
    // 1, 2 code span, of two or three signs or of one
    String.raw`(?<![\\\x60])\x60{2,3}(?!\x60)\s?([^\n]{1,300}?)\s?\x60{2,3}(?!\x60)|(?<!\\)\x60([^\x60\n]{1,300})\x60`,
    // shortcodes and Liquid tags
    String.raw`\{\{[^{}]{0,500}\}\}|\{%[^%]{0,500}%\}`,
    // kramdown attributes
    String.raw`\{:[^}\n]{1,200}\}`,
    // footnote reference
    String.raw`\[\^[^\]\s]{1,80}\]`,
    // 3 image or link text
    String.raw`!?\[([^\[\]]{0,300})\](?:\((?:<[^<>\n]{0,300}>|${targetPart}{0,300}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?)(?:\s{1,3}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?\)|\[[^\[\]\n]{0,100}\])?`,
    // the rest of a link around an image
    String.raw`\]\([^()\s]{0,300}(?:\s{1,3}"[^"\n]{0,200}")?\)|\[(?=!\[)`,
    // autolink
    String.raw`<(?:https?:\/\/|mailto:)[^\s<>]{1,300}>`,
    // 4, 5, 6 tag
    String.raw`<(\/?)([A-Za-z][\w:.-]{0,30})((?:\s[^<>]{0,400})?\s?\/?)>`,
    // 7 escaped sign
    String.raw`\\([!-\/:-@[-\x60{-~])`,
    // 8 entity
    String.raw`&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});`,
    // emphasis and table cells
    String.raw`\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,!?)])_{1,3}(?![\p{L}\p{N}])|\|`,
  ].join('|'),
  'gu',
);

/** `source` without inline markup: links and images by their words, code without its backticks. */
export function cleanInline(source: string, isMarkup: IsMarkup): string {
  if (!/[`{[\]<\\&*~_|]/.test(source)) return source;
  return source.replace(inline, (...groups: readonly unknown[]) => {
    const [match, longCode, code, label, closing, name, attributes, escaped, entity, at] = groups;
    if (typeof longCode === 'string') return longCode;
    if (typeof code === 'string') return code;
    if (typeof label === 'string') return cleanInline(label, isMarkup);
    if (typeof name === 'string') {
      const isTag = isMarkup({
        writtenName: name,
        isClosing: closing === '/',
        hasAttributes: typeof attributes === 'string' && /\S/.test(attributes.replace('/', '')),
        before: source.slice(Math.max(0, Number(at) - 1), Number(at)),
      });
      if (!isTag) return String(match);
      return /^(?:br|p|div|li|td|th|tr|h\d|hr|figcaption|dt|dd)$/i.test(name) ? ' ' : '';
    }
    if (typeof escaped === 'string') return escaped;
    if (typeof entity === 'string') return decodeEntities(String(match));
    const text = String(match);
    if (text.startsWith('<')) return text.slice(1, -1);
    return text === '|' ? ' ' : '';
  });
}
