/** Marks that turn the direction of the text after them, and those that end it. */
const marks = /[\u202a-\u202e\u2066-\u2069]/g;

const [endOfTurn, endOfIsolate] = ['\u202c', '\u2069'];

/**
 * `text` with its turns of direction kept to itself: each that it leaves open is ended, and what ends none goes. Text after
 * it, as in a sentence that names a title, keeps its own direction. Linear.
 *
 * @see Unicode Standard Annex 9, explicit directional formatting
 */
export function closeDirections(text: string): string {
  if (text.search(marks) === -1) return text;
  const open: string[] = [];
  const closed = text.replace(marks, (mark) => {
    if (mark === endOfTurn) return open.at(-1) === endOfTurn ? (open.pop() ?? '') : '';
    if (mark === endOfIsolate) {
      const at = open.lastIndexOf(endOfIsolate);
      return at === -1 ? '' : open.splice(at).toReversed().join('');
    }
    open.push(mark >= '\u2066' ? endOfIsolate : endOfTurn);
    return mark;
  });
  return closed + open.toReversed().join('');
}
