import { describe, expect, test } from 'vitest';

import {
  findPageNames,
  formatLayerOrder,
  selectCss,
  splitCss,
} from '../../../src/build/split-css.ts';

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
    ['alternatives, whatever they are', ':is(h1,.chip){margin:0}', ':is(h1,.chip){margin:0}'],
    ['attributes', 'a[data-x=".chip"]{margin:0}', 'a[data-x=".chip"]{margin:0}'],
    ['a class in a compound', 'p.chip{margin:0}', ''],
    ['nested rules', '.prose{color:red;.chip{a:b}& p{a:b}}', '.prose{color:red;& p{a:b}}'],
    ['a rule with only nested ones', '.prose{.chip{a:b}}', ''],
    ['conditions within rules', '.prose{@media (x){color:red}}', '.prose{@media (x){color:red;}}'],
    ['groups', '@layer a{p{a:b}.chip{a:b}}', '@layer a{p{a:b}}'],
    ['groups that end up empty', '@layer a{@media (x){.chip{a:b}}}', ''],
    ['no print sheet', '@media print{p{a:b}}', ''],
    ['no states that take a reader', 'a:hover,a:focus-visible{a:b}', ''],
    ['states beside others', 'a:hover,a{a:b}', 'a:hover,a{a:b}'],
    ['what a negated state means', 'a:not(:hover){a:b}', 'a:not(:hover){a:b}'],
    ['statements', '@layer a,b;p{a:b}', '@layer a,b;p{a:b}'],
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

describe('findPageNames', () => {
  test('finds elements and classes', () => {
    expect([...page.tags]).toEqual(['html', 'body', 'main', 'p', 'a']);
    expect([...page.classes]).toEqual(['prose', 'wide']);
  });
});

describe('formatLayerOrder', () => {
  test.each([
    ['groups', '@layer b{p{a:b}}@layer a{p{a:b}}@layer b{a{a:b}}', '@layer b,a;'],
    ['statements and groups', '@layer x,y;@layer b{p{a:b}}', '@layer x,y,b;'],
    ['no layers', 'p{a:b}', ''],
  ])('%s', (_what, css, order) => {
    expect(formatLayerOrder(splitCss(css))).toBe(order);
  });
});
