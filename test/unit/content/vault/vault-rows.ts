import type { PostMeta } from '../../../../src/content/model/post.ts';
import { renderBody } from '../../../../src/content/render-body.ts';
import { createNoteFinder } from '../../../../src/content/vault/note-names.ts';
import { translateVault } from '../../../../src/content/vault/vault-text.ts';
import { makeBody } from '../../../support/expand-body.ts';

/** A row of the table of vaults in `docs/dialects.md`, a note, and what its HTML must hold; with `!` in front what not. */
export type VaultCase = readonly [
  row: string,
  note: string,
  html: readonly string[],
  options?: { readonly isVault?: boolean; readonly hasTextTags?: boolean; readonly math?: boolean },
];

const find = createNoteFinder({
  notes: [
    { source: 'posts/Green tea.md', permalink: '/tea/', title: 'All of tea', names: ['Sencha'] },
    { source: 'posts/x___Y.md', permalink: '/y/', title: 'Y', names: [] },
    { source: 'posts/a/Cup.md', permalink: '/cup/', title: 'Cup', names: [] },
    { source: 'posts/a/b/Cup.md', permalink: '/far-cup/', title: 'Cup', names: [] },
  ],
  files: ['/posts/img/cup.png', '/posts/img/film.mp4', '/posts/img/song.mp3', '/posts/a.pdf'],
});

const tea = '<a href="/tea/">';

export const vaultCases: readonly VaultCase[] = [
  [
    '`[[Note]]`, `[[Note|text]]`',
    '[[green TEA]] [[Sencha|b]] [[all of tea]]',
    [`${tea}green TEA</a>`, `${tea}b</a>`, `${tea}all of tea</a>`],
  ],
  ['A name that several notes bear', '[[Cup]] [[b/Cup]]', ['"/cup/">Cup', '"/far-cup/">b/Cup']],
  [
    '`[[Note#Heading]]`, `[[#Heading]]`',
    '[[Green tea#To brew]] [[#Here]]\n\n## Here',
    ['"/tea/#to-brew">Green tea &gt; To brew', '"#here">Here'],
  ],
  ['`[[Note#^block]]` and `^block`', '[[Cup#^a|b]] c ^d', ['"/cup/#^a">b', 'id="^d"', '!c ^d']],
  // The names are looked up by `createTargets`, whose test has the rest.
  ['`[text](Note.md)`, `![](x.png)` of a file elsewhere', '[b](/tea/)', [`${tea}b</a>`]],
  ['`[[file.pdf]]`', '[[a.pdf]]', ['"/posts/a.pdf">a.pdf']],
  ['A link to what is not there or not published', 'a [[Nobody]] b', ['a Nobody b']],
  [
    '`![[picture.png]]`, `![[picture.png|300]]`, `![[x.png|300x200]]`',
    '![[cup.png]] ![[cup.png|A cup|300]] ![[cup.png|30x20]]',
    ['src="/posts/img/cup.png" alt="cup"', 'alt="A cup"', 'width="300"', 'height="20"'],
  ],
  ['`![[film.mp4]]`, `![[song.mp3]]`', '![[film.mp4]] ![[song.mp3]]', ['<video', '<audio']],
  [
    '`![[Note]]`, `![[Note#Heading]]`, `![[Note#^block]]`',
    '![[Green tea]]',
    ['<blockquote', `${tea}Green tea</a>`, '<strong>Brew</strong>', 'Hot.', '!hidden'],
  ],
  [
    '`![[Note]]` within a line, or within itself',
    'See ![[Green tea]] too.',
    [`See ${tea}Green tea</a> too.`, '!Hot.'],
  ],
  ['`==highlight==`', 'a ==b *c*== d', ['<mark>b <em>c</em></mark>']],
  ['`%%comment%%`', 'a %%b%% c\n\n%%\nd\n%%', ['>a c<', '!b', '!d<', '!%%']],
  ['`^[inline note]`', 'a^[b *c*]', ['class="fn-ref"', 'b <em>c</em>']],
  ['`H~2~O`, `x^2^`', 'H~2~O x^2^ ~a~', ['H<sub>2</sub>O', 'x<sup>2</sup>', '<del>a</del>']],
  [
    'Callouts `> [!goal] Title`',
    '> [!goal] A *b*\n> c',
    ['data-kind="goal"', 'A <em>b</em>', '!['],
    { isVault: false },
  ],
  [
    'Folded callouts `> [!tip]-`, `> [!tip]+`',
    '> [!tip]- A\n> b\n\n> [!tip]+ C\n> d',
    [
      '<details class="note" data-kind="tip" dir="auto"><summary',
      '<details class="note" data-kind="tip" open',
    ],
    { isVault: false },
  ],
  [
    'Tags in the text `#tag/sub`',
    'a #b/c d',
    ['"/keywords/b-c/">#b/c</a>'],
    { isVault: false, hasTextTags: true },
  ],
  [
    "Logseq's `id::`, `collapsed::`, `a___b.md`",
    '- a\n  collapsed:: true\n- [[x/Y]]',
    ['>a</li>', '"/y/">x/Y', '!collapsed'],
  ],
  [
    'Marks in code and formulas',
    '`[[Cup]] %%a%%` $x^2^$\n\n```\n==b==\n```',
    ['<code>[[Cup]] %%a%%</code>', '==b==', '!<sup>', '!<mark>'],
    { math: true },
  ],
  [
    '`[[x]]` and other marks in a blog that is no vault',
    'x[[1]] [[Feature #1]] ==a== %%b%% c^[d] [[Cup]]',
    ['x[[1]] [[Feature #1]] ==a== %%b%% c^[d] <a href="/cup/">Cup</a>'],
    { isVault: false },
  ],
];

/** Row, path, note of a vault, and what its meta must hold. */
export const vaultFileCases: readonly (readonly [
  row: string,
  path: string,
  note: string,
  meta: Partial<PostMeta>,
])[] = [
  [
    '`aliases` of a vault',
    'a.md',
    '---\naliases: [First note, AI, /old/, old.html]\n---\nb',
    { aliases: ['/old/', '/old.html'] },
  ],
  [
    '`tags: [a/b]`, `created`, `updated`, `cssclasses`',
    'a.md',
    '---\ntags: [a/b]\ncreated: 2024-01-02\nupdated: 2024-03-04\ncssclasses: [wide]\n---\nb',
    {
      keywords: [{ name: 'a/b', slug: 'a-b' }],
      date: { day: '2024-01-02', instant: undefined },
      updated: { day: '2024-03-04', instant: undefined },
    },
  ],
  [
    '`publish: false`',
    'a.md',
    '---\npublish: false\n---\nb',
    { hidden: { kind: 'unpublished', setting: 'publish', value: 'false' } },
  ],
  ['A note without `title`', 'a/Green tea.md', 'Text.\n\n# Later', { title: 'Green tea' }],
];

/** The HTML of `note` in a vault, before it is sanitized. */
export async function renderNote(
  note: string,
  { isVault = true, hasTextTags = false, math = false }: VaultCase[3] = {},
): Promise<string> {
  const { text } = translateVault(note, {
    isVault,
    hasTextTags,
    source: 'posts/Here.md',
    find,
    readNote: () => '# Green tea\n\n## Brew\n\nHot. %%hidden%%',
  });
  const paths = ['/tea/', '/y/', '/cup/', '/far-cup/', '/keywords/b-c/', '/posts/a.pdf'];
  const files = ['cup.png', 'film.mp4', 'song.mp3'].map((name) => `/posts/img/${name}`);
  const targets = Object.fromEntries([...paths, ...files].map((path) => [path, path]));
  const { post, context } = makeBody(text, { targets, math });
  return String((await renderBody(post, context)).html);
}
