/** Kinds of notes, and the words that blogs use for each. */
const kinds: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  abstract: 'note',
  summary: 'note',
  tldr: 'note',
  seealso: 'note',
  todo: 'note',
  example: 'note',
  quote: 'note',
  cite: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'important',
  question: 'important',
  help: 'important',
  faq: 'important',
  warning: 'warning',
  warn: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  bug: 'caution',
};

/** The kind of note that `word`, as used to open a note (`info`, `DANGER`), means: note, tip, important, warning or caution. */
export function findNoteKind(word: string): string | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}
