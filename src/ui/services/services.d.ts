/** The foot of posts; `undefined`: the settings have nothing for it. */
declare module 'virtual:rubric/post-foot' {
  export const PostFoot: typeof import('./PostFoot.tsx').PostFoot | undefined;
}

/** Services of other sites that the settings turn on; `undefined`: they do not. */
declare module 'virtual:rubric/services' {
  /** Counts views from now on. */
  export const startCounter: (() => Promise<void>) | undefined;
  export const loadComments: (() => Promise<typeof import('./Comments.tsx')>) | undefined;
}
