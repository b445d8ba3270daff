/** Characters after which a straight quote opens. */
const opensAfter = /[\s([{<\u2010-\u2015\u201c\u2018/\u00a0]/;

/**
 * `text` with typographic quotes, dashes and dots: `"a" -- 'b'...` becomes “a” – ‘b’…, `---` an em dash. `before` is the
 * character before the text; empty at the start of a block.
 */
export function smarten(text: string, before: string): string {
  // What the mark right before has become, since a quote may open after a quote that opens.
  let last = { end: -1, shown: '' };
  return text.replace(/---|--|\.\.\.|["']/g, (mark, offset: number) => {
    const written = offset === 0 ? before : (text[offset - 1] ?? '');
    const shown = formatMark(mark, last.end === offset ? last.shown : written, text.slice(offset));
    last = { end: offset + mark.length, shown };
    return shown;
  });
}

function formatMark(mark: string, previous: string, text: string): string {
  if (mark === '---') return '—';
  if (mark === '--') return '–';
  if (mark === '...') return '…';
  const opens = previous === '' || opensAfter.test(previous);
  if (mark === '"') return opens ? '“' : '”';
  // ’90s, ’tis: an apostrophe, though it stands where a quote would open.
  const isApostrophe = /^'(?:\d\ds?\b|tis\b|twas\b|em\b)/i.test(text.slice(0, 6));
  return opens && !isApostrophe ? '‘' : '’';
}
