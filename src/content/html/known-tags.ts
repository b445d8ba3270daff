/**
 * Tells markup from prose: bloggers write `Vec<T>`, `<leader>` and `Option<u64>` without escaping them, and a browser
 * would swallow the words.
 */

/** Elements of HTML, SVG and MathML that a post may mean as markup, allowed or not, in lower case. */
const markupTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b basefont bdi bdo big blink blockquote br button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img ' +
    'input ins kbd label legend li main map mark marquee menu meter nav nobr noembed noframes noscript object ol ' +
    'optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp script search section select ' +
    'small source span strike strong style sub summary sup table tbody td template textarea tfoot th thead time ' +
    'tr track tt u ul var video wbr ' +
    'svg g path rect circle ellipse line polyline polygon text tspan textpath defs lineargradient radialgradient ' +
    'stop clippath mask pattern marker symbol desc use image foreignobject animate animatetransform set filter ' +
    'switch metadata view ' +
    'math mi mn mo ms mspace mtext mfrac msqrt mroot mrow mstyle merror mpadded mphantom msub msup msubsup munder ' +
    'mover munderover mmultiscripts mprescripts mtable mtr mtd mlabeledtr menclose mfenced maction semantics ' +
    'annotation annotation-xml none'
  ).split(' '),
);

/** Elements of a document's frame. In a post they are markup only when they carry attributes, else words. */
const documentTags: ReadonlySet<string> = new Set([
  'base',
  'body',
  'head',
  'html',
  'link',
  'meta',
  'slot',
  'title',
]);

/** Pasted from a word processor: `<o:p>`. Never words. */
const officeTag = /^(?:o|v|w|m|st1):[a-z]/i;

/** Stands for a table of contents in the HTML that `finish-html.ts` gets, until all headings are known. */
export const tocTag = 'rubric-toc';

/** The facts of a tag that tell markup from text. */
export interface TagLook {
  /** As written. */
  readonly writtenName: string;
  readonly isClosing: boolean;
  readonly hasAttributes: boolean;
  /** The character before `<`; empty at the start. */
  readonly before: string;
}

/** Tells a tag that is meant as markup from text that a reader must see. */
export function isMarkup({ writtenName, isClosing, hasAttributes, before }: TagLook): boolean {
  const name = writtenName.toLowerCase();
  if (officeTag.test(name)) return true;
  if (documentTags.has(name)) return hasAttributes;
  // A custom element is markup when it has attributes; `<your-name>` is a gap to fill in.
  if (!markupTags.has(name))
    return name.includes('-') && hasAttributes && /^[a-z][\w.-]*$/.test(name);
  if (hasAttributes) return true;
  // `Vec<U>`, `Option<Input>`: generics, as nobody writes HTML in mixed case.
  if (!isClosing && writtenName !== name && /[\w\p{L}]/u.test(before)) return false;
  if (/^[A-Z]+[a-z]/.test(writtenName)) return false;
  return !(writtenName === 'A' && !isClosing);
}

/** Allows a line that begins with `<name` to begin a block of HTML. */
export function isBlockMarkup(writtenName: string): boolean {
  return isMarkup({ writtenName, isClosing: false, hasAttributes: true, before: '' });
}
