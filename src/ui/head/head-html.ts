import { escapeHtml } from '../../content/model/html.ts';
import { type HeadData, headMark } from './head.ts';

/** The head of a page as HTML: `title` and the page's own tags, one a line. */
export function formatHead(head: HeadData): string {
  const tags = head.tags.map(({ name, attributes, text }) => {
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
      .join('');
    const open = `<${name} ${headMark}${written}>`;
    return name === 'script' ? `${open}${text ?? ''}</script>` : open;
  });
  return [`<title>${escapeHtml(head.title)}</title>`, ...tags].join('\n');
}
