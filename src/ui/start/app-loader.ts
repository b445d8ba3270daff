/** When the app's code comes: at once, soon, or after what the reader has asked for. */
export interface AppLoader {
  /** Starts the app, once; settles when it is in place. */
  readonly load: () => Promise<unknown>;
  /** Has the app start after `delayMs`, if nothing has it start yet. */
  readonly loadSoon: (delayMs: number) => void;
  /** Has the app start `delayMs` from now, and not before, unless it is on its way. */
  readonly loadAfter: (delayMs: number) => void;
  /** The reader leaves the page: the app's code must not compete with the page they have asked for. */
  readonly giveWay: () => void;
}

/** What {@link createAppLoader} needs. */
export interface AppLoaderOptions {
  /** Brings the app's code into the browser's cache, and does not run it. */
  readonly fetchApp: (signal: AbortSignal) => Promise<unknown>;
  /** Starts the app; settles once it is in place. */
  readonly start: () => Promise<unknown>;
  /** Called when the app did not start. */
  readonly onFailure: (error: unknown) => void;
}

/** A loader for one page. Code that nobody waits for is fetched first, as a module on its way cannot be called back. */
export function createAppLoader({ fetchApp, start, onFailure }: AppLoaderOptions): AppLoader {
  let app: Promise<unknown> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fetching: AbortController | undefined;
  const load = (): Promise<unknown> => {
    clearTimeout(timer);
    if (app !== undefined) return app;
    app = start();
    app.catch(onFailure);
    return app;
  };
  const fetchAndLoad = (): void => {
    const { signal } = (fetching = new AbortController());
    const loadUnlessStopped = (): void => {
      if (!signal.aborted) void load();
    };
    // Starting tells of a failure that stays.
    fetchApp(signal).then(loadUnlessStopped, loadUnlessStopped);
  };
  const loadAfter = (delayMs: number): void => {
    if (app !== undefined || fetching !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(fetchAndLoad, delayMs);
  };
  return {
    load,
    loadSoon: (delayMs) => {
      if (timer === undefined) loadAfter(delayMs);
    },
    loadAfter,
    giveWay() {
      clearTimeout(timer);
      timer = undefined;
      fetching?.abort();
      fetching = undefined;
    },
  };
}
