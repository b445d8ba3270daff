/** One address of each kind of page of the sample blog, relative to it. */
export const pageKinds: readonly string[] = [
  './',
  './posts/a-tour-of-markdown/',
  './posts/pictures-beside-the-words/',
  './posts/bye-bye-automattic-hello-wasmer/',
  './keywords/',
  './keywords/writing/',
  './archive/',
  './about/',
];
