/**
 * A short name for `text`: the same for the same text on every machine, another for another with all
 * but certainty. Not for secrets. Two 32-bit multiply-xor lanes finished as in MurmurHash3.
 *
 * @returns `length` characters out of `0-9a-z`; ten hold 51 bits.
 */
export function hashText(text: string, length = 10): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  const low = mix(first) ^ mix(second ^ first);
  const high = mix(second) ^ mix(first ^ text.length);
  const number = (high & 0x1fffff) * 0x100000000 + (low >>> 0);
  return number.toString(36).padStart(11, '0').slice(-length);
}

function mix(lane: number): number {
  const first = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
