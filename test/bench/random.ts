/** A source of numbers in [0, 1), the same for the same seed (mulberry32 by Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws places 0 to `count - 1`, place n with a chance in proportion to 1/(n+1) (Zipf's law). */
export function createZipf(count: number, random: () => number): () => number {
  const cumulated: number[] = [];
  let total = 0;
  for (let place = 0; place < count; place++) cumulated.push((total += 1 / (place + 1)));
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? total) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
