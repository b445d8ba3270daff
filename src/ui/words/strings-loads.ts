/** Sentences about content of other sites, which few blogs have wait. */
export const loadStrings = {
  stopLoading: 'Stop showing content of other sites',
} as const;
