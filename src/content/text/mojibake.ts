// UTF-8 that was once read as Windows-1252 (or ISO 8859-1) and saved again: `—` became `â€”`. Posts load it only where
// `mojibake-mark.ts` finds a sign of it.

import { mayBeMojibake } from './mojibake-mark.ts';
import { toWindows1252Byte } from './windows-1252.ts';

/** One damaged run and what it stood for. */
export interface MojibakeRun {
  /** Offset in the damaged text. */
  readonly index: number;
  readonly damaged: string;
  readonly repaired: string;
}

/** Whole runs of characters that may have been bytes above ASCII. */
const runs = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g;

/**
 * Trail bytes whose characters follow a letter in sound text too: `“CAFÉ”`, `« déjà »`, `NÃ…`. A run with
 * nothing but such trails is damage only where the text has other damage.
 */
const naturalTrail = /^[\u00a0“”‘’«»‹›…–—™®]$/;

/** Damage may be done twice or, rarely, three times. */
const maximumPasses = 3;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Repairs UTF-8 text that was once read as Windows-1252, such as `â€”` for `—`.
 *
 * Works run by run: a run is replaced only if its bytes decode as valid UTF-8, so a genuine `é` stays, and
 * only if the text has a run outside of code that nobody would write on purpose. Linear. Never throws.
 *
 * @returns `text` itself when there was nothing to repair.
 * @see WHATWG Encoding Standard, index windows-1252
 * @example
 * repairMojibake('â€”it works')  // '—it works'
 */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let pass = 0; pass < maximumPasses; pass++) {
    const found = findMojibake(repaired);
    if (found.length === 0) break;
    repaired = replaceRuns(repaired, found);
  }
  return repaired;
}

/** The runs that one pass of the repair replaces, in order. */
export function findMojibake(text: string): readonly MojibakeRun[] {
  if (!mayBeMojibake(text)) return [];
  const found: MojibakeRun[] = [];
  let isDamaged = false;
  const isCode = createCodeScanner(text);
  for (const match of text.matchAll(runs)) {
    const [damaged] = match;
    const repaired = decodeRun(damaged);
    if (repaired === undefined) continue;
    found.push({ index: match.index, damaged, repaired });
    isDamaged ||= isUnnatural(damaged) && !isCode(match.index);
  }
  return isDamaged ? found : [];
}

function replaceRuns(text: string, found: readonly MojibakeRun[]): string {
  let [result, end] = ['', 0];
  for (const { index, damaged, repaired } of found) {
    result += text.slice(end, index) + repaired;
    end = index + damaged.length;
  }
  return result + text.slice(end);
}

function decodeRun(run: string): string | undefined {
  const bytes = Uint8Array.from(run, toWindows1252Byte);
  try {
    return decoder.decode(bytes);
  } catch {
    // Not UTF-8: the run is what its author wrote.
    return undefined;
  }
}

/**
 * Whether some character of the run, read as a trail byte, makes no sense after the letter that is its
 * lead byte. `Â` never ends a word.
 */
function isUnnatural(run: string): boolean {
  let isAfterTilde = false;
  for (const character of run) {
    if (character === 'Â') return true;
    if (/[\u00c3-\u00f4]/.test(character)) isAfterTilde = character === 'Ã';
    // `Å²` is a square ångström, but `Ã³` is an ó.
    else if (!naturalTrail.test(character) && (isAfterTilde || !/[¹²³°·]/.test(character)))
      return true;
  }
  return false;
}

/**
 * A function that tells whether an offset lies in a code span or fence, asked in rising order. A post about
 * encodings shows damage in code: that alone is no reason to repair. Judges line by line, which is enough here.
 */
function createCodeScanner(text: string): (index: number) => boolean {
  const lastTick = text.lastIndexOf('`');
  let [lineStart, lineEnd, fence] = [0, text.indexOf('\n'), ''];
  let [counted, ticks] = [0, 0];
  return (index) => {
    while (lineEnd !== -1 && lineEnd < index) {
      fence = nextFence(
        fence,
        text.slice(lineStart, Math.min(lineEnd, lineStart + longestFenceLine)),
      );
      [lineStart, ticks] = [lineEnd + 1, 0];
      [counted, lineEnd] = [lineStart, text.indexOf('\n', lineStart)];
    }
    for (; counted < index; counted++) if (text.charAt(counted) === '`') ticks++;
    return fence !== '' || (ticks % 2 === 1 && index < lastTick);
  };
}

const longestFenceLine = 200;

/** The fence that is open after `line`, given the one open before it; `''` for none. */
function nextFence(open: string, line: string): string {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === '') return mark;
  return mark.startsWith(open) ? '' : open;
}
