import { allowedTags } from './html-policy.ts';
import { wordList } from '../text/word-list.ts';

/** How `finish-html.ts` treats the elements it meets, as sets of names in lower case. */

/** Elements that may stay, with `h1`, which becomes another heading. */
export const keptTags: ReadonlySet<string> = new Set([...allowedTags, 'h1']);

/** Blocks that get a direction of their own, by their text, when they are outermost. */
export const directedTags: ReadonlySet<string> = new Set(
  wordList('blockquote details div dl figure h1 h2 h3 h4 h5 h6 ol p section table ul'),
);

/** Elements of Markdown's own that hold a run of text. */
export const textBlocks: ReadonlySet<string> = new Set(
  wordList('dd dt h1 h2 h3 h4 h5 h6 li p td th'),
);

/** Elements that a parser opens again after a block that did not close them. */
export const formattingTags: ReadonlySet<string> = new Set(
  wordList('a b big code em i s small strike strong tt u'),
);

/** Elements whose content a parser reads as text, or that go with all that is in them. */
export const rawTags: ReadonlySet<string> = new Set(
  wordList(
    'annotation annotation-xml applet iframe noembed noframes noscript object script select',
    'style template textarea',
  ),
);

/** Tags that go without a word: they only said how text should look, or held words together. */
export const silentTags: ReadonlySet<string> = new Set(
  wordList('basefont data font hgroup label nobr semantics'),
);

const renamed: ReadonlyMap<string, string> = new Map([
  ['acronym', 'abbr'],
  ['aside', 'div'],
  ['dir', 'ul'],
  ['image', 'img'],
  ['main', 'div'],
  ['menu', 'ul'],
]);

/** The element that takes the place of an old or page-level one; `name` itself for all others. */
export function renameTag(name: string): string {
  return renamed.get(name) ?? name;
}
