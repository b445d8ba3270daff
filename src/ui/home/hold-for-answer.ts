import { createRenderEffect, createResource } from 'solid-js';

/** The longest time that the page on screen is kept for an answer that does not come. */
const patienceMs = 2000;

/**
 * Holds up the page around until the function it gives is called: a search that is loaded by its address takes
 * the place of the prerendered page together with what it found, so that nothing moves under the reader.
 */
export function holdForAnswer(): () => void {
  let settle: () => void = noop;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
    setTimeout(resolve, patienceMs);
  });
  const [answer] = createResource(() => settled.then(() => true));
  // Being read is what holds the page up.
  createRenderEffect(() => answer());
  return () => settle();
}

function noop(): void {
  // Replaced at once.
}
