/** The characters Windows-1252 gives to the bytes 0x80-0x9F; the five bytes it leaves out stay C1 controls. */
const highCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const bytes = new Map(Array.from(highCharacters, (character, i) => [character, 0x80 + i]));

/**
 * The text of bytes in Windows-1252. Node 20 decodes the bytes 0x80-0x9F as ISO 8859-1, so they
 * are mapped here.
 *
 * @see WHATWG Encoding Standard, index windows-1252
 */
export function decodeWindows1252(source: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(source);
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    highCharacters.charAt(control.charCodeAt(0) - 0x80),
  );
}

/** The byte of one character of Windows-1252 or ISO 8859-1. */
export function toWindows1252Byte(character: string): number {
  return bytes.get(character) ?? character.charCodeAt(0);
}
