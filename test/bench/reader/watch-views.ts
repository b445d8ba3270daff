/** A view of the blog, known by its text. */
export interface View {
  readonly key: string;
  /** Texts that it has. */
  readonly has: readonly string[];
  /** A text that it has not, and the view before it has. */
  readonly lacks?: string;
}

/** A fact that a page tells the bench; `atMs` since 1970. */
export interface Report {
  readonly kind: 'click' | 'view';
  /** Of a view that is painted now. */
  readonly key: string;
  readonly atMs: number;
}

declare global {
  /** Hands a `Report` as JSON to the bench. */
  function benchReport(report: string): void;
  /** Long tasks of the page so far, in milliseconds. */
  // oxlint-disable-next-line no-var
  var benchTasks: number[] | undefined;
}

/**
 * Runs in every page before its own scripts: reports each click, and each view once the frame that shows it first is made.
 * It looks only in frames before which something changed. The first of `views` that fits the text of `root` is shown.
 */
export function watchViews({
  root,
  views,
}: {
  readonly root: string;
  readonly views: readonly View[];
}): void {
  if (globalThis.top !== globalThis.self) return;
  const send = globalThis.benchReport;
  let shown: string | undefined;
  let isLooking = false;
  const report = (kind: Report['kind'], key: string, at: number): void =>
    send(JSON.stringify({ kind, key, atMs: performance.timeOrigin + at }));
  const find = (): string | undefined => {
    const text = document.querySelector(root)?.textContent ?? '';
    const fits = ({ has, lacks }: View): boolean =>
      has.every((words) => text.includes(words)) && (lacks === undefined || !text.includes(lacks));
    return views.find(fits)?.key;
  };
  const check = (): void => {
    isLooking = false;
    const key = find();
    if (key === shown) return;
    shown = key;
    if (key === undefined) return;
    // The message comes after the frame is made, the callback of the frame before.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => report('view', key, performance.now()));
    port1.start();
    port2.postMessage(0);
  };
  const look = (): void => {
    if (isLooking) return;
    isLooking = true;
    requestAnimationFrame(check);
  };
  addEventListener('click', (event) => report('click', '', event.timeStamp), true);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // Back from the browser's own store of pages.
    shown = undefined;
    isLooking = false;
    look();
  });
  const changes = { childList: true, subtree: true, characterData: true, attributes: true };
  new MutationObserver(look).observe(document, changes);
  globalThis.benchTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.benchTasks?.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}
