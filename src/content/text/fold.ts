/** ASCII for each Latin letter, in lower case, that has no decomposition into a base letter and marks. */
export const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ƒ: 'f',
  ə: 'e',
};

/** A function that replaces each letter of a text that `letters` names. */
export function createFold(letters: Readonly<Record<string, string>>): (text: string) => string {
  const named = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
  return (text) => text.replace(named, (letter) => letters[letter] ?? letter);
}

/**
 * `path` as the disks of macOS and Windows compare names: without regard to case and to how accents are
 * composed. Paths for which it is the same are one file there; elsewhere they may be two.
 *
 * Folds case in full (`ß` is `ss`), as APFS does; a disk that folds less tells more names apart, never fewer.
 */
export function foldPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
