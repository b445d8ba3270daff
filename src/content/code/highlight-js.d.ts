/**
 * The little of highlight.js that is used. Its own types pull the DOM's globals into whatever imports them, which would
 * switch off the guard of the pure rooms.
 */

declare module 'highlight.js/lib/core' {
  export interface HighlightResult {
    /** HTML: escaped text and `<span class="hljs-…">`. */
    readonly value: string;
    /** Why the code was given up; `value` is then all plain. */
    readonly errorRaised?: unknown;
  }

  export interface HighlightApi {
    newInstance(): HighlightApi;
    highlight(
      code: string,
      options: { readonly language: string; readonly ignoreIllegals: boolean },
    ): HighlightResult;
    registerLanguage(name: string, grammar: (hljs: never) => object): void;
    getLanguage(name: string): object | undefined;
  }

  const hljs: HighlightApi;
  export default hljs;
}
