import { type Component, createComponent, lazy, Suspense } from 'solid-js';
import { isServer } from 'solid-js/web';
import { loadCode } from '../../library/net/load-code.ts';

const parts: (() => Promise<unknown>)[] = [];

/**
 * A loader of a part of the app that is a file of its own, noted so that {@link loadAppParts} has it loaded too. It rejects
 * when the server is silent, as the browser's own never would.
 *
 * @example
 * const NotFoundPage = lazy(appPart(() => import('../list/NotFoundPage.tsx')));
 */
export function appPart<Code>(load: () => Promise<Code>): () => Promise<Code> {
  const loadPart = (): Promise<Code> => loadCode(load);
  parts.push(loadPart);
  return loadPart;
}

/**
 * A component that the page is whole without: no prerendered page has it, and where its part of the app does not come,
 * nothing takes its place.
 */
export function optionalPart<Props extends object>(
  load: () => Promise<{ readonly default: Component<Props> }>,
): Component<Props> {
  const loadPart = appPart(load);
  const Part = lazy(() => loadPart().catch(() => ({ default: () => undefined })));
  return (props) =>
    isServer
      ? undefined
      : createComponent(Suspense, {
          get children() {
            return createComponent(Part, props);
          },
        });
}

/** As {@link appPart}, of a part that few readers want: it is not loaded ahead. */
export function rarePart<Code>(load: () => Promise<Code>): () => Promise<Code> {
  return () => loadCode(load);
}

/** Loads all parts of the app, so that it goes on without a network. Parts that do not come are asked for again when wanted. */
export async function loadAppParts(): Promise<void> {
  await Promise.allSettled(parts.map((load) => load()));
}
