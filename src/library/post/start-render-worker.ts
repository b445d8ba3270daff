// oxlint-disable-next-line import/default -- Vite makes the address of a worker of it
import workerUrl from '../../worker/render-worker.ts?worker&url';
import { createWorkerRenderer } from './render-in-worker.ts';
import type { RenderPost, RunningWorker, WorkerListener } from './render-in-worker.ts';

/** The part in use of the Trusted Types API, which not every browser has. For TypeScript a trusted address is a string. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('rubric-workers', {
  createScriptURL(url) {
    // Only addresses that the bundler wrote get here; one from elsewhere must not start a worker.
    if (new URL(url, location.href).origin === location.origin) return url;
    throw new TypeError(`A worker of another origin was refused: \`${url}\`.`);
  },
});

let renderer: RenderPost | undefined;

/** The page's one worker that renders posts, started by the first call, so that it is warm when the first post has come. */
export function startRenderWorker(): RenderPost {
  renderer ??= createWorkerRenderer({ startWorker });
  return renderer;
}

function startWorker({ onMessage, onError }: WorkerListener): RunningWorker {
  const worker = new Worker(trustWorkerUrl(workerUrl), { type: 'module', name: 'render' });
  worker.addEventListener('message', (event) => onMessage(event.data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onError(event.message);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    send: (message) => worker.postMessage(message),
    stop: () => worker.terminate(),
  };
}

/** `url`, of a worker in our own bundle, as the page's policy wants it. The one maker of such addresses. */
function trustWorkerUrl(url: string): string {
  return policy?.createScriptURL(url) ?? url;
}
