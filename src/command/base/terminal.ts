import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Whether `stream` shows colours: on a terminal, and where nobody asks for none by `NO_COLOR`. */
export function hasColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env['NO_COLOR'];
}

/** `text` in `style` where standard output shows colours. */
export function paint(
  style: Style,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return hasColour(stream) ? styleText(style, text) : text;
}

/** Prints `lines` on standard output. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
