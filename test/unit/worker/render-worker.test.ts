import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parseDraftReport } from '../../../src/content/files/draft-report.ts';
import { parseWorkerReply } from '../../../src/content/files/render-message.ts';
import type {
  RenderJob,
  RenderOutcome,
  WorkerReply,
} from '../../../src/content/files/render-message.ts';
import { partNames } from '../../../src/content/model/part.ts';
import { testSite } from '../../support/create-meta.ts';

let listener: (event: { readonly data: unknown }) => void = () => undefined;
const replies: WorkerReply[] = [];

beforeAll(async () => {
  vi.stubGlobal('addEventListener', (_: string, handler: typeof listener) => (listener = handler));
  vi.stubGlobal('postMessage', (message: unknown) => replies.push(parseWorkerReply(message)));
  await import('../../../src/worker/render-worker.ts');
  return () => vi.unstubAllGlobals();
});

/** A part of the renderer that is first asked for is read and translated from its source. */
const loadLimitMs = 20_000;

let lastId = 0;

async function render(
  source: string | Uint8Array,
  changes: Partial<RenderJob> = {},
): Promise<RenderOutcome> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const job: RenderJob = {
    bytes: new Uint8Array(bytes).buffer,
    path: 'x/index.md',
    collection: 'posts',
    site: testSite,
    base: '/repo/',
    today: '2026-01-01',
    shortcodes: {},
    known: undefined,
    ...changes,
  };
  const id = ++lastId;
  listener({ data: { kind: 'render', id, job } });
  const find = (): WorkerReply | undefined =>
    replies.find((message) => 'id' in message && message.id === id);
  const reply = await vi.waitUntil(find, { timeout: loadLimitMs });
  if (reply.kind !== 'rendered') throw new Error(JSON.stringify(reply));
  return reply.outcome;
}

describe('render worker', () => {
  test('says that it is ready and answers whether it is there', () => {
    expect(replies[0]).toEqual({ kind: 'ready' });
    listener({ data: { kind: 'ping' } });
    expect(replies.at(-1)).toEqual({ kind: 'pong' });
  });

  test('reports on a draft: why it is left out, and what is wrong at which line', async () => {
    const source =
      '+++\ntitle = "A"\ndraft = true\n+++\n\n![Alt](gone.png)\n\n<script>1</script>\n';
    const { facts, draft } = await render(source, { draft: ['posts/x/index.md'] });
    expect(facts?.card.permalink).toBe('/posts/x/');
    const report = parseDraftReport(draft);
    expect(report.hidden).toBe('Left out: it is a draft.');
    expect(report.problems.map(({ line, frame }) => [line, frame?.split('\n')[0]])).toEqual(
      expect.arrayContaining([
        [6, '![Alt](gone.png)'],
        [8, '<script>1</script>'],
      ]),
    );
  });

  test('reads and renders a post by the rules alone', async () => {
    const source = '+++\ntitle = "A"\ndate = 2020-01-02\n+++\n\n## Part\n\n![Alt](a.png)\n';
    const { facts, html, headings } = await render(source);
    expect(facts).toMatchObject({
      card: { id: -1, title: 'A', day: '2020-01-02', permalink: '/posts/x/' },
      isHidden: false,
    });
    expect(headings).toMatchObject([{ level: 2, text: 'Part' }]);
    expect(html).toContain('/repo/posts/x/a.png');
  });

  test('renders MDX, known or not', async () => {
    const source =
      '---\ntitle: A\n---\nimport a from "./a.png"\n\n<B>**b**</B> <Image src={a} alt="c" />\n';
    const path = 'x/index.mdx';
    const { html } = await render(source, { path });
    expect(html).toContain('<strong>b</strong>');
    expect(html).toContain('src="/repo/posts/x/a.png"');
    expect(html).not.toMatch(/import|<b>/i);
    const images = {};
    const references = { './a.png': '/posts/x/a.png' };
    const known = { permalink: '/x/', title: 'A', references, images };
    expect((await render(source, { path, known })).html).toBe(html);
  });

  test('renders by what the build has found out', async () => {
    const { facts, html } = await render('[B](b.md) ![Alt](a.png)', {
      known: {
        permalink: '/posts/2020-01-02-x/',
        title: 'X',
        references: { 'b.md': '/posts/b/', 'a.png': '/posts/x/a.png' },
        images: { '/posts/x/a.png': { width: 640, height: 480 } },
      },
    });
    expect(facts).toBeUndefined();
    expect(html).toContain('href="/repo/posts/b/"');
    expect(html).toMatch(/width="640"/);
  });

  test('takes inherited names for no references', async () => {
    const { html } = await render('[A](constructor)', {
      known: { permalink: '/posts/x/', title: 'X', references: {}, images: {} },
    });
    expect(html).not.toContain('native code');
  });

  test('reads a file that is not UTF-8', async () => {
    const { html } = await render(new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    expect(html).toContain('café');
  });

  test('knows a draft', async () => {
    const { facts } = await render('+++\ntitle = "A"\ndraft = true\n+++\n');
    expect(facts?.isHidden).toBe(true);
  });

  test('finds the cover image beside the post', async () => {
    const { facts } = await render('+++\ntitle = "A"\nimage = "cover.png"\n+++\n');
    expect(facts?.image).toBe('/posts/x/cover.png');
  });

  test.each([
    ['nothing', 'a', '<p dir="auto">a</p>'],
    [
      'settings for a shortcode',
      '+++\nday = "Monday"\n+++\n{{ page.day }} {{ page.title }}',
      'Monday',
    ],
    ['formulas by TOML', '+++\nmath = true\n+++\n$a$', '<math'],
    ['formulas by YAML', '---\nextra:\n  katex: yes\n---\n$a$', '<math'],
    ['no formulas', '$a$', '$a$'],
    ['a language', '```js\nlet a;\n```', 'class="tok-keyword">let<'],
    ['a footnote', 'a[^1]\n\n[^1]: b', 'class="footnotes"'],
    ['a heading that is the title', '# X\n\na', '<p dir="auto">a</p>'],
  ])('reads of a post that the build knows what its body takes: %s', async (_, source, part) => {
    const known = { permalink: '/posts/x/', title: 'X', references: {}, images: {} };
    const { html } = await render(source, { known });
    expect(html).toContain(part);
    expect(html).not.toContain('<h1');
  });

  test('prepares what a post takes, and goes on', async () => {
    listener({ data: { kind: 'prepare', needs: [...partNames], languages: ['rust', 'none'] } });
    const { html } = await render('a');
    expect(html).toContain('a');
  });
});
