/** One go at a request. */
export interface Attempt {
  /** Aborts when nobody waits any more, and when the request is begun anew. */
  readonly signal: AbortSignal;
  /** To be called with each sign of life of the server. */
  readonly onSign: () => void;
}

/** Work that all who ask for the same thing wait for together. */
export interface SharedRequest<Value> {
  /**
   * The outcome. Rejects with the reason of `signal` as soon as it aborts; once all who wait have given up so, the work
   * stops. Who gives no signal never gives up. Asked for after a long silence, the work is begun anew: a request that
   * hangs is nobody's answer.
   */
  wait(signal?: AbortSignal): Promise<Value>;
  /** The outcome for who does not count among those who wait. */
  readonly outcome: Promise<Value>;
}

/** A silence after which whoever asks again gets a request of their own. */
export const staleMs = 4000;

/**
 * Work begun by `run`.
 *
 * @param onGiveUp - called when all who waited have given up
 */
export function createSharedRequest<Value>(
  run: (attempt: Attempt) => Promise<Value>,
  onGiveUp: () => void,
): SharedRequest<Value> {
  let heardMs = 0;
  let isPending = true;
  /** Those who may still give up; endless once somebody waits who cannot. */
  let waiting = 0;
  let control = new AbortController();
  const listen = (): void => void (heardMs = performance.now());
  let begin: (() => void) | undefined;
  const outcome = new Promise<Value>((resolve, reject) => {
    begin = () => {
      control.abort();
      const own = new AbortController();
      control = own;
      listen();
      run({ signal: own.signal, onSign: listen }).then(resolve, (error: unknown) => {
        // What was begun anew fails no one.
        if (own === control) reject(error);
      });
    };
    begin();
  });
  const leave = (signal: AbortSignal): void => {
    if (--waiting > 0 || !isPending) return;
    isPending = false;
    onGiveUp();
    control.abort(signal.reason);
  };
  const end = (): void => void (isPending = false);
  // Those who wait are told of a failure; it is nobody's when nobody does.
  outcome.then(end, end);
  return {
    outcome,
    wait(signal) {
      if (isPending && performance.now() - heardMs > staleMs) begin?.();
      if (signal === undefined) {
        waiting = Infinity;
        return outcome;
      }
      waiting++;
      return withSignal(outcome, signal, () => leave(signal));
    },
  };
}

/** Requests on their way by address, and those whose outcome is kept. */
export interface Requests<Value> {
  get(url: string): SharedRequest<Value> | undefined;
  set(url: string, request: SharedRequest<Value>): void;
  delete(url: string): void;
}

/** The request for `url` among `requests`, begun by `run` if there is none. A failure is not kept; `isKept` tells whether success is. */
export function joinRequest<Value>(
  requests: Requests<Value>,
  url: string,
  run: (attempt: Attempt) => Promise<Value>,
  isKept: boolean,
): SharedRequest<Value> {
  const known = requests.get(url);
  if (known !== undefined) return known;
  const forget = (): void => {
    if (requests.get(url) === loading) requests.delete(url);
  };
  const loading = createSharedRequest(run, forget);
  requests.set(url, loading);
  loading.outcome.then(isKept ? undefined : forget, forget);
  return loading;
}

/** `promise`, or the reason of `signal` as soon as it aborts, of which `onAbort` is told. */
function withSignal<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  onAbort: () => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason);
      onAbort();
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
