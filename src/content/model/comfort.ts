/** Comforts of reading that a blogger may leave out, by their names in the settings. */
export const comforts = ['previews', 'zoom', 'progress'] as const;

/** A comfort of reading. */
export type Comfort = (typeof comforts)[number];

/** Whether the blog has a comfort: all of them where the settings do not choose. */
export function hasComfort(
  site: { readonly comforts?: readonly Comfort[] | undefined },
  comfort: Comfort,
): boolean {
  return site.comforts?.includes(comfort) ?? true;
}
