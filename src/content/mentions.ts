/** What parts names in Markdown, HTML, JSON and shortcodes; of a name that holds one, the rest after it counts. */
const separators = /[\s"'`“”‘’()<>[\]{}|=,;&?#*]+/;

/** A backslash that makes the sign after it plain text. */
const escape = /\\(?=[!-/:-@[-`{-~])/g;

const fileName = /\.[a-z0-9]{1,12}$/i;

/**
 * What may be names of files in `text`, source of a post, each once and with the folder above it if there is
 * one: `b/tea.png`. Too many rather than too few. Linear.
 */
export function findMentions(text: string): readonly string[] {
  const found = new Set<string>();
  for (const word of text.replace(escape, '').split(separators)) {
    if (!word.includes('.')) continue;
    const mention = toMention(dropEnd(decode(word)));
    if (fileName.test(mention)) found.add(mention);
  }
  return [...found];
}

/** `path` of a file as {@link findMentions} gives it for a text that refers to the file. */
export function toMention(path: string): string {
  const name = path.normalize('NFC').split(separators).at(-1) ?? '';
  return name.split('/').slice(-2).join('/');
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
