/** Pieces of text that readers of Markdown, shortcodes and front matter may wait on: each is repeated without an end. */
export const hostilePieces: readonly string[] = [
  // Nothing of note, blanks, line ends.
  'a', 'a ', ' ', '\t', '\n', '\r', 'a\n', 'a\n\n', '\\', '"', "'", '" ', '&', '&#', '\u0301', '漢', 'Ã©`', 'É”\n',
  // Blocks.
  '> ', '>', '- ', '1. ', '- > ', '# ', '## a\n\n', '```\n', '~~~', '---\n', '***\n', 'a\n---\n', '|-', 'a|\n|-\n', ': a\n',
  'a\n: b\n', ':::', ':::note\n', '> [!NOTE]\n> ', '[^a]: x[^a]\n', '[a]: y\n', '*[a]: b\n', '{: .x}\n', '{:\n', '[toc]\n\n',
  // Inline.
  '[', ']', '](', '[a](', '[a]', '![', '![](', '[[', '(', '((', '*', '*a ', '*a **b ', 'a**b', '_', '~~', '==', '`', '` ', '$',
  '$$ a\n', '\\begin{a}\n', ':a', 'http://a.b/', 'www.', 'a@b.', 'a.b/', '%41.', '...',
  // HTML.
  '<', '<a ', '<a b="', '<!--', '<!--\n\n', '<script>\n\n', '<div>\n\n', '<b>', '<svg>', '<table>\n', '<a href="#x">', '<div markdown="1">\n',
  // Shortcodes.
  '{{', '{{ x }}', '{{<', '{%', "{%'", '{% note() %}', '{% raw %}\n', '{% if a %}', '{% for a in b %}',
  // Front matter.
  '[\n', '{\n', '{a=', 'a = [\n', 'a = """\n', 'a.', '[a.b]\n', ' #', '? ', '?\n', ': ', '&a ', '!x ', ',', 'a: "x\n', 'k: a: b\n', 'draft:', '"draft',
]; // prettier-ignore
