/**
 * Digits that end a number: 64 characters of ASCII that neither JSON nor HTML escapes. A number below
 * 64 is one of them; a larger one has digits out of {@link leadDigits} before it.
 */
const lastDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const leadDigits = '!#$%()*+,./:;=?@[]^`{|}~';

const lastValues = new Map([...lastDigits].map((digit, value) => [digit, value]));
const leadValues = new Map([...leadDigits].map((digit, value) => [digit, value]));

/** Whole numbers from 0 as text, one character for each below 64. Made to be compressed further. */
export function formatNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) text += formatNumber(number);
  return text;
}

/** The numbers of `text`; `undefined` when `formatNumbers` cannot have written it. Linear. */
export function parseNumbers(text: string): number[] | undefined {
  const numbers: number[] = [];
  let lead = 0;
  let isOpen = false;
  for (const digit of text) {
    const value = lastValues.get(digit);
    if (value !== undefined) {
      numbers.push(lead * lastDigits.length + value);
      [lead, isOpen] = [0, false];
      continue;
    }
    const leadValue = leadValues.get(digit);
    if (leadValue === undefined) return undefined;
    lead = lead * leadDigits.length + leadValue;
    isOpen = true;
    if (lead > Number.MAX_SAFE_INTEGER / lastDigits.length) return undefined;
  }
  return isOpen ? undefined : numbers;
}

/** Differences between neighbours, the first from 0, made positive by alternating: 0, -1, 1, -2 … */
export function toDeltas(numbers: readonly number[]): number[] {
  return numbers.map((number, place) => {
    const delta = number - (place === 0 ? 0 : (numbers[place - 1] ?? 0));
    return delta < 0 ? -2 * delta - 1 : 2 * delta;
  });
}

/** The numbers whose differences `toDeltas` gave. */
export function fromDeltas(deltas: readonly number[]): number[] {
  let number = 0;
  return deltas.map((delta) => (number += delta % 2 === 0 ? delta / 2 : -(delta + 1) / 2));
}

function formatNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0)
    throw new RangeError(`No whole number: ${number}`);
  let text = lastDigits.charAt(number % lastDigits.length);
  let lead = Math.floor(number / lastDigits.length);
  for (; lead > 0; lead = Math.floor(lead / leadDigits.length)) {
    text = leadDigits.charAt(lead % leadDigits.length) + text;
  }
  return text;
}
