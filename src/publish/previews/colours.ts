/** Colours of drawn pictures: paper, ink and red of `tokens.css`, as they are in a light page. */

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

export const paper: Colour = [0xf9, 0xfa, 0xfc];
export const ink: Colour = [0x19, 0x22, 0x36];
export const red: Colour = [0xb5, 0x1c, 0x2f];

/** The colours between paper and `to`, which is the last of `steps`. */
export function mixSteps(to: Colour, steps: number): readonly Colour[] {
  const part = (channel: 0 | 1 | 2, share: number): number =>
    Math.round(paper[channel] + (to[channel] - paper[channel]) * share);
  return Array.from({ length: steps }, (_, at): Colour => {
    const share = (at + 1) / steps;
    return [part(0, share), part(1, share), part(2, share)];
  });
}
