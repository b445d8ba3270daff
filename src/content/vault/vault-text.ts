// Marks of Obsidian and its like, rewritten as Markdown that every reader of Markdown knows. The rewritten text is what the
// build renders, searches and publishes, so that the app, which renders the published file, shows the same.

import { createSharedFacts } from './shared-facts.ts';
import type { VaultOptions } from './shared-facts.ts';
import { noteLabel, Translator } from './translator.ts';
import type { VaultProblem } from './vault-problems.ts';

/** A text without the marks of vaults. */
export interface VaultText {
  readonly text: string;
  /** For each of its lines the 1-based line of the note's text. */
  readonly lines: readonly number[];
  readonly problems: readonly VaultProblem[];
  /** Names between double brackets, each once. */
  readonly names: readonly string[];
  /** Tags in the text, each once, where they are asked for. */
  readonly tags: readonly string[];
}

/** `text`, the Markdown of a note, without the marks of vaults. Linear in its length; never throws. */
export function translateVault(text: string, options: VaultOptions): VaultText {
  const shared = createSharedFacts(options);
  const out = new Translator(text, shared, [options.source]).run();
  if (shared.notes.length > 0) {
    out.trimEnd();
    const notes = shared.notes.map((note, index) => `\n\n[^${noteLabel(index)}]: ${note}`);
    out.write(`${notes.join('')}\n`, text.split('\n').length);
  }
  return {
    text: out.text,
    lines: out.lines,
    problems: [...shared.problems.values()],
    names: [...shared.names],
    tags: [...shared.tags],
  };
}
