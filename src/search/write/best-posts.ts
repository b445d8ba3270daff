import { maximumWeight } from '../text/weight.ts';

/** The `count` posts with the highest weights, ascending; of equals the newest. Linear. */
export function chooseBest(posts: readonly number[], weights: Uint8Array, count: number): number[] {
  const histogram = new Uint32Array(maximumWeight + 1);
  for (const post of posts)
    histogram[weights[post] ?? 0] = (histogram[weights[post] ?? 0] ?? 0) + 1;
  let floor = maximumWeight;
  let above = 0;
  while (floor > 0 && above + (histogram[floor] ?? 0) < count) above += histogram[floor--] ?? 0;
  let room = count - above;
  const chosen: number[] = [];
  for (let index = posts.length - 1; index >= 0; index--) {
    const post = posts[index] ?? 0;
    const weight = weights[post] ?? 0;
    if (weight > floor || (weight === floor && room-- > 0)) chosen.push(post);
  }
  return chosen.toReversed();
}
