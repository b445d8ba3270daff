// A declaration file is in every program only by this; there is nothing in it to import.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./highlight-js.d.ts" />

/** Loads the core of highlight.js, by which all grammars work. */
export function loadGrammar(): Promise<typeof import('highlight.js/lib/core')> {
  return import('highlight.js/lib/core');
}
