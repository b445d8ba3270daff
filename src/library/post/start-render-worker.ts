// oxlint-disable-next-line import/default -- Vite makes the address of a worker of it
import workerUrl from '../../worker/render-worker.ts?worker&url';
import { trustWorkerUrl } from '../net/trust-worker-url.ts';
import { createWorkerRenderer } from './render-in-worker.ts';
import type { RenderPost, RunningWorker, WorkerListener } from './render-in-worker.ts';

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
