// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bodyWords } from '../../../support/body-words.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import { readBody } from '../../../../src/content/post/read-body.ts';
import { renderBody } from '../../../../src/content/render-body.ts';
import { renderSource } from '../../../../src/content/render-source.ts';
import type { RenderContext } from '../../../../src/content/site/render-context.ts';
import { createSanitize } from '../../../../src/library/post/sanitize.ts';
import { sanitize as sanitizeAtBuild } from '../../../../src/publish/render/sanitize.ts';
import { bodyTexts, settingTexts } from '../../../support/attacks/write-attacks.mjs';
import { propertyRuns } from '../../../support/property-runs.ts';
import { site } from '../../../support/virtual-site.ts';

const sanitize = createSanitize(window);

const context: RenderContext = {
  site: { ...site, math: true },
  words: bodyWords,
  base: '/',
  findTarget: () => undefined,
  findImageSize: () => undefined,
  shortcodes: { attack: '<div title="{{0}}" onclick="{{{0}}}">{{{0}}}{{body}}</div>' },
};

/** What a mutation puts between the characters of an attack. */
const splinters = [
  ...'<>"\'`/=&;!-[](){}%$\\|#*_~:\n\t \u0000\u00a0\u200b\u202e\ud800',
  '<!--', '-->', ']]>', '</p>', '<b>', '<svg>', '<math>', '<table>', '\n\n', '{{', '}}', '{%', '%}', '$$', '```', '    ',
]; // prettier-ignore

interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly kind: 'cut' | 'double' | 'put' | 'turn';
  readonly splinter: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  kind: fc.constantFrom('cut', 'double', 'put', 'turn'),
  splinter: fc.constantFrom(...splinters),
});

function mutate(text: string, { at, length, kind, splinter }: Mutation): string {
  const start = Math.floor(at * text.length);
  const piece = text.slice(start, start + length);
  const rest = text.slice(start + length);
  const changed = {
    cut: '',
    double: piece + piece,
    put: splinter + piece,
    turn: piece === piece.toLowerCase() ? piece.toUpperCase() : piece.toLowerCase(),
  }[kind];
  return text.slice(0, start) + changed + rest;
}

function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { maxLength: 3 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text));
}

/** A post of one to three attacks, each changed in a few places, with settings that are attacks themselves. */
const post = fc
  .tuple(
    mutated(settingTexts),
    fc.array(mutated(bodyTexts.filter(({ length }) => length < 400)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([setting, bodies]) => {
    const settings = setting.includes(': ') ? setting : `title: ${JSON.stringify(setting)}`;
    return `---\n${settings}\nmath: true\n---\n\n${bodies.join('\n\n')}\n`;
  });

/** The body in `html`, as a browser has it that reads a page with it. */
function readAsPage(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** The body of the post in `text` by the build's way, and its facts. */
async function renderAtBuild(text: string) {
  const parsed = await parsePost(text, 'a.md', { site, collection: 'posts', today: '2024-01-01' });
  const { html } = await renderBody(parsed.post, context);
  return { parsed, source: html, page: readAsPage(String(sanitizeAtBuild(html).html.content)) };
}

/** The same by the way of the browser, which knows the title from the list. */
async function renderInBrowser(text: string, title: string, loadPost: () => Promise<never>) {
  const body = await readBody(text, { path: 'a.md', collection: 'posts', title });
  const { html } = await renderSource({ ...body, loadPost }, context);
  const { content } = (await sanitize(asUntrustedHtml(html))).html;
  if (!(content instanceof HTMLElement)) throw new TypeError('The sanitizer gave no element.');
  return { source: html, content };
}

/** Elements that run, load, send, cover or replace. */
const forbidden = new Set(
  (
    'script style link meta base object embed applet form button select textarea template noscript frame frameset use ' +
    'image animate set foreignObject annotation-xml'
  ).split(' '),
);

/** What of `body` could run or load something that a post may not, told from the tree and not by the policy's own lists. */
function findHarm(body: HTMLElement): readonly string[] {
  return [...body.getElementsByTagName('*')].flatMap((element) => {
    const isFreeFrame = element.localName === 'iframe' && !element.hasAttribute('sandbox');
    const isField = element.localName === 'input' && !element.hasAttribute('disabled');
    return [
      ...(forbidden.has(element.localName) || isFreeFrame || isField ? [element.outerHTML] : []),
      ...[...element.attributes].filter(isHarmful).map(({ name, value }) => `${name}=${value}`),
    ];
  });
}

function isHarmful({ name, value }: Attr): boolean {
  if (
    /^on|^(?:is|style|srcdoc|action|formaction|ping|target|name|background|data|nonce)$/i.test(name)
  )
    return true;
  if (!/^(?:href|src|poster|cite|.*:href)$/.test(name)) return false;
  const { protocol } = URL.parse(value, 'https://blog.example/') ?? { protocol: 'none:' };
  return (
    !/^(?:https?|mailto|tel|ftps?|none|data):$/.test(protocol) || /^data:(?!image\/)/.test(value)
  );
}

describe('a mutated post', () => {
  test('is the same at build and in the browser, harmless, and no larger than its text allows', async () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(post, async (text) => {
        const atBuild = await renderAtBuild(text);
        const { meta } = atBuild.parsed.post;
        const loadPost = () => Promise.resolve(atBuild.parsed.post as never);
        const inBrowser = await renderInBrowser(text, meta.title, loadPost);
        expect(inBrowser.source).toBe(atBuild.source);
        expect(readAsPage(inBrowser.content.innerHTML).innerHTML).toBe(atBuild.page.innerHTML);
        expect(findHarm(inBrowser.content)).toEqual([]);
        expect(findHarm(atBuild.page)).toEqual([]);
        expect(atBuild.page.innerHTML.length).toBeLessThan(100 * text.length + 2000);
        expect(`${meta.title}${meta.permalink}${meta.summary}`).not.toMatch(/(?![\t\n])\p{Cc}/u);
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
      }),
      { seed: 19, numRuns: propertyRuns(300) },
    );
  });

  test('grows with its text alone', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(bodyTexts.filter(({ length }) => length < 400)), async (body) => {
        const [twice, often] = await Promise.all(
          [2, 16].map(async (count) => {
            const text = `---\nmath: true\n---\n\n${`${body}\n\n`.repeat(count)}`;
            return (await renderAtBuild(text)).source.length;
          }),
        );
        expect(often).toBeLessThanOrEqual(9 * (twice ?? 0) + 1000);
      }),
      { seed: 19, numRuns: propertyRuns(60) },
    );
  });
});
