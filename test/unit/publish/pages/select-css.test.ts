import { describe, expect, test } from 'vitest';

import {
  createCssSelector,
  findPageNames,
  selectCss,
} from '../../../../src/publish/pages/select-css.ts';
import { splitCss } from '../../../../src/publish/pages/split-css.ts';

const page = findPageNames(
  '<html><body><main class="prose wide"><p>text</p><a href="/">x</a></main></body></html>',
);

function select(css: string): string {
  return selectCss(splitCss(css), page);
}

describe('selectCss', () => {
  test.each([
    ['a rule for an element there', 'p{margin:0}', 'p{margin:0}'],
    ['a rule for an element not there', 'table{margin:0}', ''],
    ['a rule for a class there', '.prose{margin:0}', '.prose{margin:0}'],
    ['a rule for a class not there', '.chip{margin:0}', ''],
    ['a selector of which one part is missing', '.prose .chip{margin:0}', ''],
    ['a list of which one matches', '.chip,.prose p{margin:0}', '.chip,.prose p{margin:0}'],
    ['the universal selector', '*,:before{margin:0}', '*,:before{margin:0}'],
    ['what a negation names', 'p:not(.chip){margin:0}', 'p:not(.chip){margin:0}'],
    ['alternatives of which one is there', ':is(h1,p){margin:0}', ':is(h1,p){margin:0}'],
    ['alternatives of which none is there', '.prose :is(h1,.chip a){margin:0}', ''],
    ['alternatives within alternatives', ':where(:is(h1,p) a){a:b}', ':where(:is(h1,p) a){a:b}'],
    ['attributes', 'a[data-x=".chip"]{margin:0}', 'a[data-x=".chip"]{margin:0}'],
    ['a class in a compound', 'p.chip{margin:0}', ''],
    ['nested rules', '.prose{color:red;.chip{a:b}& p{a:b}}', '.prose{color:red;& p{a:b}}'],
    ['a rule with only nested ones', '.prose{.chip{a:b}}', ''],
    ['conditions within rules', '.prose{@media (x){color:red}}', '.prose{@media (x){color:red}}'],
    ['groups', '@supports (x){p{a:b}.chip{a:b}}', '@supports (x){p{a:b}}'],
    ['groups that end up empty', '@supports (x){@media (x){.chip{a:b}}}', ''],
    [
      'the order of layers, of those left out too',
      '@layer b{p{a:b}}@layer a{h1{a:b}}',
      '@layer b,a;@layer b{p{a:b}}',
    ],
    ['the order of layers once', '@layer a,b;p{a:b}', '@layer a,b;p{a:b}'],
    [
      'custom properties that are used',
      ':root{--x:var(--y);--y:1;--z:2}p{a:var(--x)}',
      ':root{--x:var(--y);--y:1}p{a:var(--x)}',
    ],
    ['no custom properties of rules left out', ':root{--x:1}.chip{a:var(--x)}', ''],
    ['no rules for pages of paper', '@page{margin:1cm}', ''],
    ['no motion', '@media (prefers-reduced-motion:no-preference){p{a:b}}', ''],
    ['no print sheet', '@media print{p{a:b}}', ''],
    ['no states that take a reader', 'a:hover,a:focus-visible{a:b}', ''],
    ['states beside others', 'a:hover,a{a:b}', 'a:hover,a{a:b}'],
    ['what a negated state means', 'a:not(:hover){a:b}', 'a:not(:hover){a:b}'],
    ['statements', '@namespace x;p{a:b}', '@namespace x;p{a:b}'],
    ['faces and frames whole', '@keyframes x{from{a:b}to{a:c}}', '@keyframes x{from{a:b}to{a:c}}'],
    ['strings with braces', 'p:before{content:"}.chip{"}', 'p:before{content:"}.chip{"}'],
    ['escaped quotes', 'p:before{content:"\\"}"}', 'p:before{content:"\\"}"}'],
    ['addresses with semicolons', 'p{a:url(data:x;base64,y)}', 'p{a:url(data:x;base64,y)}'],
    ['comments', '/* } */p{/* x */a:b}', 'p{a:b}'],
    ['an unclosed sheet', 'p{a:b', 'p{a:b}'],
    ['an empty sheet', '', ''],
  ])('%s', (_what, css, selected) => {
    expect(select(css)).toBe(selected);
  });
});

test('selectCss takes rules for text from right to left where a page has some', () => {
  const css = splitCss('.prose:dir(rtl){a:b}');
  expect(selectCss(css, page)).toBe('');
  const hebrew = findPageNames('<article dir="rtl"><p class="prose">x</p></article>');
  expect(selectCss(css, hebrew)).toBe('.prose:dir(rtl){a:b}');
});

describe('findPageNames', () => {
  test('finds elements and classes', () => {
    expect([...page.tags]).toEqual(['html', 'body', 'main', 'p', 'a']);
    expect([...page.classes]).toEqual(['prose', 'wide']);
  });
});

describe('createCssSelector', () => {
  test('gives each page what it would get alone, whichever came before', () => {
    const css =
      'p{a:b}.chip{color:var(--c)}:root{--c:red}:is(.prose h2,table) b{a:b}[data-kind=tip] i{a:b}';
    const nodes = splitCss(css);
    const parts = [
      '<p>',
      '<p class="chip">',
      '<table><b>',
      '<i class="prose"><h2><b>',
      '<p data-kind="tip"><i>',
      '<i data-kind="note">',
      '<p class="other">',
    ];
    const pages = parts.flatMap((first) => parts.map((second) => findPageNames(first + second)));
    const choose = createCssSelector(nodes);
    for (const names of [...pages, ...pages.toReversed()])
      expect(choose(names)).toBe(selectCss(nodes, names));
  });
});
