import type { Problem } from '../model/problem.ts';
import { formatFrame, positionAt } from '../model/problem.ts';

/** One thing of MDX that is left out, at an offset of the body. */
export interface LeftOut {
  /** `wrapper`: a component whose inner text stays; `component`: one without any. */
  readonly kind: 'statement' | 'component' | 'wrapper' | 'expression';
  readonly name: string;
  readonly at: number;
}

const texts: Readonly<Record<LeftOut['kind'], (name: string, count: string) => string>> = {
  statement: (name, count) => `\`${name}\` is code of MDX, which is left out${count}.`,
  component: (name, count) => `\`<${name} />\` is a component of MDX, which is left out${count}.`,
  wrapper: (name, count) =>
    `\`<${name}>\` is a component of MDX: its text stays, the component is left out${count}.`,
  expression: (name, count) => `\`{${name}}\` is code of MDX, which is left out${count}.`,
};

const remedies: Readonly<Record<LeftOut['kind'], string | undefined>> = {
  statement: undefined,
  component: 'Write what it shows as Markdown, HTML or a shortcode.',
  wrapper: undefined,
  expression: 'Write its value as text.',
};

/** More different things of one post are not told apart. */
const maxNotes = 40;

/** Collects what is left out of one text: each thing once, with its first place and its number. */
export class MdxReport {
  readonly #body: string;
  readonly #bodyLine: number;
  readonly #file: string;
  readonly #notes = new Map<string, { readonly first: LeftOut; count: number }>();

  constructor(body: string, bodyLine: number, file: string) {
    this.#body = body;
    this.#bodyLine = bodyLine;
    this.#file = file;
  }

  add(thing: LeftOut): void {
    const key = `${thing.kind} ${thing.name}`;
    const known = this.#notes.get(key);
    if (known !== undefined) known.count++;
    else if (this.#notes.size < maxNotes) this.#notes.set(key, { first: thing, count: 1 });
  }

  /** In the order of the text. A component that is opened and closed counts once. */
  get problems(): readonly Problem[] {
    return [...this.#notes.values()].map(({ first, count }): Problem => {
      const { line, column } = positionAt(this.#body, first.at);
      const times = first.kind === 'wrapper' ? Math.ceil(count / 2) : count;
      return {
        kind: 'markdown',
        severity: first.kind === 'component' || first.kind === 'expression' ? 'warning' : 'info',
        file: this.#file,
        line: line + this.#bodyLine - 1,
        column,
        subject: `${first.kind} ${first.name}`,
        message: texts[first.kind](first.name, times === 1 ? '' : `, ${times} times`),
        remedy: remedies[first.kind],
        frame: formatFrame(this.#body, line, column),
      };
    });
  }
}
