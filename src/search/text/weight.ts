/** The part of a post that a word stands in. */
export type TextField = 'title' | 'keyword' | 'heading' | 'body' | 'code';

/** The number of times that a word stands in each field of a post. */
export type FieldCounts = Record<TextField, number>;

/** The value of one occurrence, by field. */
const fieldWeights: Readonly<FieldCounts> = {
  title: 8,
  keyword: 4,
  heading: 2,
  body: 1,
  code: 0.5,
};

/** A body of this many words is neither favoured nor held back. */
const usualLength = 500;
/** A title of this many words is neither favoured nor held back. */
const usualTitleLength = 6;

/** Steps of a weight that one doubling takes. */
const steps = 10;

/** Weights in the index are 0 to this. */
export const maximumWeight = 63;

/** Counts of a word that has not occurred yet. */
export function createFieldCounts(): FieldCounts {
  return { title: 0, keyword: 0, heading: 0, body: 0, code: 0 };
}

/**
 * The weight of a word in a post, on a logarithmic scale from 0 to 63: the sum over the fields of field
 * weight × log2(1 + occurrences), that of the body lowered in long posts, that of the title in long titles.
 * It depends on the post alone, so a change to one post changes no other.
 */
export function weigh(
  counts: FieldCounts,
  { bodyLength, titleLength }: { readonly bodyLength: number; readonly titleLength: number },
): number {
  const bodyNorm = 1 / Math.sqrt(Math.min(8, Math.max(0.5, bodyLength / usualLength)));
  const titleNorm = 1 / Math.sqrt(Math.min(2, Math.max(0.5, titleLength / usualTitleLength)));
  const term = (field: TextField): number => fieldWeights[field] * Math.log2(1 + counts[field]);
  return quantize(
    term('title') * titleNorm +
      term('keyword') +
      (term('heading') + term('body') + term('code')) * bodyNorm,
  );
}

/**
 * A weight as the number that the index keeps.
 *
 * @example
 * quantize(1)  // 10
 * quantize(3)  // 20
 */
export function quantize(value: number): number {
  return Math.min(maximumWeight, Math.max(0, Math.round(Math.log2(1 + value) * steps)));
}

/** The weight that a number of the index stands for. */
export function unquantize(weight: number): number {
  return 2 ** (weight / steps) - 1;
}

/** The rarity of a word that `documents` of `total` posts have: it multiplies the weight of the word. */
export function rarity(documents: number, total: number): number {
  return Math.log2(1 + (total + 1) / (documents + 0.5));
}
