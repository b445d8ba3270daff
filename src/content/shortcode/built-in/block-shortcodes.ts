import { escapeHtml } from '../../model/html.ts';
import { findNoteKind } from '../../markdown/constructs/note-kind.ts';
import { argument, attribute, body, html, inline, isOn, wrapBody } from '../base/call.ts';
import { joinRows } from '../base/join-rows.ts';
import type { Call, Expansion, Part, Shortcode } from '../base/call.ts';

const noteNames = (
  'note info tip hint important warning warn caution attention danger error success question example ' +
  'todo seealso'
).split(' ');
/** Shortcodes of which an argument says what kind of note they are. */
const noticeNames = ['notice', 'alert', 'admonition', 'callout', 'hints', 'box', 'message'];
/** Layout that a reading page does without: the body stays. */
const layoutNames = (
  'center columns column cards section div span lead tabs tabset rawhtml raw_html html unsafe markdown md ' +
  'steps filetree row col'
).split(' ');

/** Notes, quotations and foldable parts, with Markdown in them. */
export const blockShortcodes: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ...noteNames.map((name): [string, Shortcode] => [
    name,
    (call) => showNote(call, name, argument(call, 'title', 0)),
  ]),
  ...noticeNames.map((name): [string, Shortcode] => [name, showNotice]),
  ...['details', 'expand', 'spoiler', 'collapse', 'accordion'].map((name): [string, Shortcode] => [
    name,
    showDetails,
  ]),
  ...['quote', 'blockquote', 'pullquote', 'epigraph'].map((name): [string, Shortcode] => [
    name,
    showQuote,
  ]),
  ...['tab', 'tabitem', 'codetab'].map((name): [string, Shortcode] => [name, showTab]),
  ...layoutNames.map((name): [string, Shortcode] => [
    name,
    (call) => wrapOrNothing(call, '<div>', '</div>'),
  ]),
  ...['mark', 'kbd', 'small', 'sub', 'sup', 'del', 'ins'].map((name): [string, Shortcode] => [
    name,
    showInlineElement,
  ]),
  ...['toc', 'table_of_contents', 'tableofcontents'].map((name): [string, Shortcode] => [
    name,
    (call) =>
      call.isBlock
        ? { kind: 'block', parts: [{ kind: 'markdown', markdown: '[toc]' }] }
        : inline(''),
  ]),
  ...['br', 'newline', 'clear', 'clearfix', 'more'].map((name): [string, Shortcode] => [
    name,
    () => inline('<br>'),
  ]),
]);

function showNote(call: Call, word: string, title: string | undefined): Expansion | undefined {
  const kind = findNoteKind(word) ?? 'note';
  const heading = formatLabel(title ?? call.context.words.noteTitle(word));
  const text = argument(call, 'text', 'content', 'body');
  if (!call.hasBody && text === undefined) {
    // `{{< note "All of it" >}}` has its text where others have a title.
    if (title === undefined) return reportEmpty(call);
    return noteBlock(kind, escapeHtml(call.context.words.noteTitle(word)), {
      kind: 'markdown',
      markdown: oneLine(title),
    });
  }
  return noteBlock(
    kind,
    heading,
    text === undefined || call.hasBody ? body : { kind: 'markdown', markdown: oneLine(text) },
  );
}

function noteBlock(kind: string, title: string, content: Part): Expansion {
  const open = `<div class="note" role="note" data-kind="${kind}">\n<p class="note-title">${title}</p>`;
  return { kind: 'block', parts: [html(open), content, html('</div>')] };
}

/** `{{% notice warning "Title" %}}`, `{% admonition(type="tip", title="…") %}`, `{{< alert color="danger" >}}`. */
function showNotice(call: Call): Expansion | undefined {
  const named = argument(
    call,
    'type',
    'kind',
    'level',
    'status',
    'color',
    'style',
    'icon',
    'class',
  );
  const first = argument(call, 0);
  const isKind = first !== undefined && findNoteKind(first) !== undefined;
  const word = [named, isKind ? first : undefined].find(
    (candidate) => candidate !== undefined && findNoteKind(candidate) !== undefined,
  );
  const title = argument(call, 'title') ?? (isKind ? argument(call, 1) : first);
  return showNote(call, word ?? 'note', title);
}

function showDetails(call: Call): Expansion | undefined {
  const summary = argument(call, 'summary', 'title', 'label', 0) ?? call.context.words.details;
  const open =
    isOn(call, 'open', 'expanded') || call.args.positional.includes('open') ? ' open' : '';
  return wrapOrNothing(
    call,
    `<details${open}>\n<summary>${formatLabel(summary)}</summary>`,
    '</details>',
  );
}

function showQuote(call: Call): Expansion | undefined {
  const text = argument(call, 'text', 'quote', 'content');
  if (!call.hasBody && text === undefined) return reportEmpty(call);
  const source = argument(call, 'source', 'link', 'url', 'cite', 'href');
  const link = source !== undefined && /^https?:/.test(source) ? source : undefined;
  const author = argument(call, 'author', 'by', 'attribution', 'name', 'from');
  const who = [
    author ?? call.args.positional.filter((word) => typeof word === 'string').join(' '),
    argument(call, 'title'),
  ];
  if (source !== undefined && link === undefined) who.push(source);
  const words = who
    .filter((part): part is string => part !== undefined && part !== '')
    .map(formatLabel)
    .join(', ');
  const credit =
    words === '' && link === undefined
      ? ''
      : `<p>— <cite>${link === undefined ? words : `<a${attribute('href', link)}>${words === '' ? escapeHtml(link) : words}</a>`}</cite></p>\n`;
  const content: Part =
    call.hasBody || text === undefined ? body : { kind: 'markdown', markdown: oneLine(text) };
  return { kind: 'block', parts: [html('<blockquote>'), content, html(`${credit}</blockquote>`)] };
}

/** One tab of several: its title and, below, what it holds. */
function showTab(call: Call): Expansion | undefined {
  const title = argument(call, 'title', 'name', 'label', 'tabName', 0);
  const heading = title === undefined ? '' : `\n<p><strong>${formatLabel(title)}</strong></p>`;
  return wrapOrNothing(call, `<div>${heading}`, '</div>');
}

function showInlineElement(call: Call): Expansion | undefined {
  const text = argument(call, 'text', 0);
  if (call.hasBody) return wrapBody(`<${call.name}>`, `</${call.name}>`);
  return text === undefined
    ? reportEmpty(call)
    : inline(`<${call.name}>${escapeHtml(text)}</${call.name}>`);
}

function wrapOrNothing(call: Call, before: string, after: string): Expansion | undefined {
  return call.hasBody ? wrapBody(before, after) : reportEmpty(call);
}

function reportEmpty(call: Call): undefined {
  call.report(
    `\`${call.name}\` has no closing tag and no text.`,
    'Close it behind the text that belongs to it.',
  );
  return undefined;
}

/** A title from an argument as HTML: text, and code where it says so. */
function formatLabel(text: string): string {
  return escapeHtml(oneLine(text)).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function oneLine(text: string): string {
  return joinRows(text.trim());
}
