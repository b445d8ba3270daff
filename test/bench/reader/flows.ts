import { own } from './prepare-sites.ts';
import type { Subject } from './prepare-sites.ts';
import type { BenchBlog, BenchPost } from './read-blog.ts';
import type { Visit } from './visit.ts';
import type { View } from './watch-views.ts';
import { listLength } from './write-plain-site.ts';

/** One visit of a reader and what is measured in it. */
export interface Flow {
  /** By which it is chosen. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** `true`: the browser keeps pages for Back, as browsers do; most rows are measured without. */
  readonly keepsPages?: boolean;
  /** `true`: only for the blog's own app, as the others have nothing like it. */
  readonly isOwn?: boolean;
  /** A number for each row. */
  run(visit: Visit, blog: BenchBlog): Promise<readonly number[]>;
}

/** A line of the table. */
export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'kB' | 'requests';
  /** As issue 12 sets it: `most` times the hand-written page, or so many of the unit. */
  readonly goal?: { readonly ratio: number } | { readonly amount: number };
}

/** How far the app has come when the pointer reaches the link. */
const states = ['not started', 'starting', 'up'] as const;
const hovers = [0, 100, 1000] as const;
/** So long an app has been starting: two of the three levels of a usual chain of imports. */
const startingRoundTrips = 2;
/** Pointing before most clicks. */
const usualHoverMs = 100;
const longHoverMs = 4000;

/** All visits of the bench. */
export const flows: readonly Flow[] = [
  {
    name: 'paint',
    rows: [{ name: 'home: first paint', unit: 'ms', goal: { ratio: 1.05 } }],
    async run(visit) {
      await visit.open('/');
      return [await visit.firstPaint()];
    },
  },
  ...states.flatMap((state) => hovers.map((hoverMs) => createFirstClick(state, hoverMs))),
  {
    name: 'back',
    rows: [{ name: 'Back to home', unit: 'ms', goal: { ratio: 0.5 } }],
    run: goBack,
  },
  {
    name: 'back-kept',
    rows: [{ name: 'Back to home, the browser keeping pages', unit: 'ms' }],
    keepsPages: true,
    run: goBack,
  },
  {
    name: 'keyword',
    rows: [{ name: 'keyword of a card → its list, first click', unit: 'ms', goal: { ratio: 0.6 } }],
    async run(visit, blog) {
      await visit.open('/');
      return [await visit.click({ text: findKeyword(blog).name }, usualHoverMs, 'list')];
    },
  },
  {
    name: 'chip',
    rows: [{ name: 'chip on home, first click of the visit', unit: 'ms', goal: { amount: 400 } }],
    isOwn: true,
    async run(visit, blog) {
      await visit.open('/');
      const selector = `.chip[data-slug="${findKeyword(blog).slug}"]`;
      return [await visit.click({ selector }, usualHoverMs, 'list')];
    },
  },
  {
    name: 'warm',
    rows: [
      { name: 'second post, app warm', unit: 'ms', goal: { ratio: 0.3 } },
      { name: 'third post, app warm', unit: 'ms', goal: { ratio: 0.3 } },
    ],
    async run(visit, blog) {
      await startApp(visit);
      const times: number[] = [];
      for (const index of [0, 1, 2]) {
        times.push(
          await visit.click({ text: titleAt(blog, index) }, usualHoverMs, `post ${index}`),
        );
        await visit.settle();
        await visit.back('home');
        await visit.settle();
      }
      return times.slice(1);
    },
  },
  {
    name: 'long',
    rows: [
      { name: 'long post: blocking time', unit: 'ms', goal: { amount: 50 } },
      { name: 'long post: longest task', unit: 'ms' },
    ],
    async run(visit, blog) {
      const longest = blog.posts.toSorted((a, b) => b.html.length - a.html.length)[0];
      await visit.open(longest?.path ?? '/');
      await visit.move();
      await visit.settle();
      const tasks = await visit.longTasks();
      return [tasks.reduce((sum, task) => sum + task - 50, 0), Math.max(0, ...tasks)];
    },
  },
  {
    name: 'bytes',
    rows: [
      { name: 'first post in the app, hovered long: bytes', unit: 'kB', goal: { amount: 45 } },
      { name: 'first post in the app, hovered long: requests', unit: 'requests' },
      { name: 'first post in the app, hovered long: time', unit: 'ms' },
    ],
    async run(visit, blog) {
      await visit.open('/');
      visit.traffic();
      const time = await visit.click({ text: titleAt(blog, 0) }, longHoverMs, 'post 0');
      await visit.settle();
      const { bytes, requests } = visit.traffic();
      return [bytes / 1000, requests, time];
    },
  },
];

function createFirstClick(state: (typeof states)[number], hoverMs: number): Flow {
  const goal = { ratio: hoverMs === 100 && state === 'not started' ? 0.6 : 1 };
  return {
    name: `first-${state.replace(' ', '-')}-${hoverMs}ms`,
    rows: [{ name: `home → post, app ${state}, ${hoverMs} ms of hover`, unit: 'ms', goal }],
    async run(visit, blog) {
      if (state === 'up') await startApp(visit);
      else await visit.open('/');
      if (state === 'starting') {
        await visit.move();
        await visit.waitRoundTrips(startingRoundTrips);
      }
      return [await visit.click({ text: titleAt(blog, 0) }, hoverMs, 'post 0')];
    },
  };
}

async function startApp(visit: Visit): Promise<void> {
  await visit.open('/');
  await visit.move();
  await visit.settle();
}

async function goBack(visit: Visit, blog: BenchBlog): Promise<readonly number[]> {
  await visit.open('/');
  await visit.click({ text: titleAt(blog, 0) }, usualHoverMs, 'post 0');
  await visit.settle();
  // Who has read has moved.
  await visit.move();
  await visit.settle();
  return [await visit.back('home')];
}

/** Texts by which the views of the flows are known. Posts come first: a post may name others, but shows no summaries. */
export function listViews(blog: BenchBlog): readonly View[] {
  const { slug } = findKeyword(blog);
  const shown = blog.posts.slice(0, listLength);
  const other = shown.find((post) => !post.keywords.some((keyword) => keyword.slug === slug));
  const newest = shown.slice(0, 1).map(startOfSummary);
  return [
    ...shown.slice(0, 3).map(({ mark }, i) => ({ key: `post ${i}`, has: [mark] })),
    ...(other === undefined ? [] : [{ key: 'list', has: newest, lacks: startOfSummary(other) }]),
    { key: 'home', has: [...newest, ...(other === undefined ? [] : [startOfSummary(other)])] },
  ];
}

function startOfSummary({ summary }: BenchPost): string {
  return summary.slice(0, 40);
}

/** The commonest keyword of the newest post. */
function findKeyword({ posts }: BenchBlog): { readonly name: string; readonly slug: string } {
  const count = (slug: string): number =>
    posts.filter(({ keywords }) => keywords.some((keyword) => keyword.slug === slug)).length;
  const [found] = (posts[0]?.keywords ?? []).toSorted((a, b) => count(b.slug) - count(a.slug));
  if (found === undefined) throw new Error('The newest post has no keyword to click.');
  return found;
}

function titleAt({ posts }: BenchBlog, index: number): string {
  return posts[index]?.title ?? '';
}

/** Whether `flow` can be measured with `subject`. */
export function hasFlow({ name }: Subject, { isOwn = false }: Flow): boolean {
  return !isOwn || name === own;
}
