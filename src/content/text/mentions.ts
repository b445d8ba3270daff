/** Where names of files stand in Markdown, HTML, JSON and shortcodes. */
const places = [
  // A word.
  /[^\s"'`“”‘’()<>[\]{}|=,;]+/g,
  // Between quotes or angle brackets, where a name may hold blanks and most signs.
  /[^"<>\n]+/g,
  /[^'\n]+/g,
  /[^`\n]+/g,
  // The address of a link, which may hold brackets in pairs.
  /(?<=\]\()(?:[^()\s]|\([^()\s]*\))+/g,
];

/** A backslash that makes the sign after it plain text. */
const escape = /\\(?=[!-/:-@[-`{-~])/g;

const fileName = /\.[a-z0-9]{1,12}$/i;

/** Longer ones are no names of files. */
const longestMention = 1024;

/**
 * What may be references to files in `text`, source of a post, each once: paths and addresses as written and, where
 * that differs, decoded. Too many rather than too few. Linear.
 */
export function findMentions(text: string): readonly string[] {
  const plain = text.replace(escape, '').replaceAll('&amp;', '&');
  const found = new Set<string>();
  for (const place of places) {
    for (const [part] of plain.matchAll(place)) {
      if (part.length > longestMention || !part.includes('.')) continue;
      const mention = dropEnd(part.trim().replace(/[?#].*$/s, ''));
      if (!fileName.test(mention)) continue;
      found.add(mention);
      found.add(decode(mention).normalize('NFC'));
    }
  }
  return [...found];
}

/** `word` without the full stop of its sentence. */
function dropEnd(word: string): string {
  let end = word.length;
  while (/[.:!]/.test(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    // A lone `%` stands for itself.
    return word;
  }
}
