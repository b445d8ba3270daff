import { formatQuote, takeText } from './embed.ts';
import { formatMedia, toDestination } from './media.ts';
import type { FoundNote } from './note-names.ts';
import { findHeadingId, findSection, headingId } from './note-section.ts';
import { reportOnce } from './shared-facts.ts';
import type { NoteStack, SharedFacts } from './shared-facts.ts';
import {
  describeLeftEmbed,
  describeMissing,
  describeNoPlace,
  describeTie,
} from './vault-problems.ts';
import type { VaultProblem } from './vault-problems.ts';
import { formatLabel } from './parse-wiki-link.ts';
import type { WikiLink } from './parse-wiki-link.ts';

/** Where a link stands. */
export interface LinkPlace {
  /** 1-based. */
  readonly line: number;
  /** What is written before it on its line. */
  readonly open: string;
  /** Whether nothing follows it on its line. */
  readonly isLast: boolean;
}

/** Rewrites whole texts: given by the one who reads them, which needs links written. */
export interface TextTools {
  /** A text without comments. */
  dropComments(text: string): string;
  /** A text of the last of `stack`, without any mark. */
  translate(text: string, stack: NoteStack): string;
}

/** Notes shown within one note, and how deep within each other. */
const maxEmbeds = 30;
const maxDepth = 3;

/** Text that one note shows of others, in UTF-16 code units. */
const maxEmbedded = 200_000;

/** Longer notes are not looked into, in UTF-16 code units. */
const longestNote = 1_000_000;

/** Writes links between brackets, and what they embed, as Markdown. */
export class LinkWriter {
  readonly #shared: SharedFacts;
  readonly #stack: NoteStack;
  readonly #tools: TextTools;

  constructor(shared: SharedFacts, stack: NoteStack, tools: TextTools) {
    this.#shared = shared;
    this.#stack = stack;
    this.#tools = tools;
  }

  /** The Markdown of `link`; `undefined` where it is none and stays as it is written. */
  format(link: WikiLink, place: LinkPlace): string | undefined {
    const { options, names } = this.#shared;
    if (link.name === '') return options.isVault ? this.#formatOwnPlace(link) : undefined;
    names.add(link.name);
    const found = options.find(link.name, this.#stack.at(-1) ?? '');
    if (found === undefined) {
      if (!options.isVault) return undefined;
      this.#report(describeMissing(link), place.line);
      return link.isEmbed && options.readNote === undefined ? '' : formatLabel(link);
    }
    if (found.rivals.length > 0) this.#report(describeTie(link, found), place.line);
    return this.#formatFound(link, found, place);
  }

  /** A link to a place in the note itself, which is another one's when the note is shown within that. */
  #formatOwnPlace(link: WikiLink): string {
    const source = this.#stack.at(-1) ?? '';
    const own = this.#stack.length > 1 ? this.#shared.options.find(source, source) : undefined;
    const address = own === undefined ? '' : toDestination(own.target);
    return `[${formatLabel(link)}](${address}${formatFragment(link)})`;
  }

  #formatFound(link: WikiLink, found: FoundNote, place: LinkPlace): string {
    const href = toDestination(found.target);
    if (found.kind === 'file')
      return link.isEmbed ? formatMedia(link, href) : `[${formatLabel(link)}](${href})`;
    if (link.isEmbed && this.#shared.options.readNote === undefined) return '';
    const address = href + this.#formatPlace(link, found, place.line);
    const embed = link.isEmbed ? this.#formatEmbed(link, found, { ...place, address }) : undefined;
    return embed ?? `[${formatLabel(link)}](${address})`;
  }

  /** `#id` of the place in another note that `link` names. */
  #formatPlace(link: WikiLink, found: FoundNote, line: number): string {
    const { fragment } = link;
    const body = fragment === undefined ? undefined : this.#readNote(found);
    if (fragment === undefined || body === undefined) return formatFragment(link);
    if (fragment.startsWith('^')) {
      if (findSection(body, fragment) !== undefined) return formatFragment(link);
    } else {
      const id = findHeadingId(body, fragment);
      if (id !== undefined) return `#${encodeURIComponent(id)}`;
    }
    if (!link.isEmbed) this.#report(describeNoPlace(link, found), line);
    return formatFragment(link);
  }

  /** The Markdown of `found` without comments; `undefined` where notes are not read, or too long to be. */
  #readNote({ source }: FoundNote): string | undefined {
    const { options, bodies } = this.#shared;
    const known = bodies.get(source);
    if (known !== undefined || options.readNote === undefined) return known;
    const body = options.readNote(source);
    if (body === undefined || body.length > longestNote) return undefined;
    const shown = options.isVault ? this.#tools.dropComments(body) : body;
    bodies.set(source, shown);
    return shown;
  }

  /** The note itself as a quotation; `undefined` where a link must do. */
  #formatEmbed(
    link: WikiLink,
    found: FoundNote,
    { line, open, isLast, address }: LinkPlace & { readonly address: string },
  ): string | undefined {
    const isAlone = isLast && /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?$/.test(open);
    const text = this.#takeText(link, found, { address, isAlone });
    if (text.kind === 'left') {
      this.#report(describeLeftEmbed(link, text.reason), line);
      return undefined;
    }
    const shown = this.#tools.translate(text.text, [...this.#stack, found.source]);
    const prefix = open.replace(/[^>\s]/g, ' ');
    return `${formatQuote(shown, { link, address, prefix })}\n${prefix.trimEnd()}`;
  }

  #takeText(
    link: WikiLink,
    found: FoundNote,
    { address, isAlone }: { readonly address: string; readonly isAlone: boolean },
  ): TakenText {
    const shared = this.#shared;
    const reason = this.#findLimit(found, isAlone);
    if (reason !== undefined) return { kind: 'left', reason };
    const number = ++shared.embeds;
    const body = this.#readNote(found) ?? '';
    const text = takeText({ link, source: found.source, href: address, body, number });
    if (text === undefined) return { kind: 'left', reason: 'there is no such place in the note' };
    shared.embedded += text.length;
    if (shared.embedded > maxEmbedded) return { kind: 'left', reason: 'too much is shown already' };
    return { kind: 'taken', text };
  }

  #findLimit({ source }: FoundNote, isAlone: boolean): string | undefined {
    if (this.#stack.includes(source)) return 'the note would be shown within itself';
    if (this.#stack.length > maxDepth) return `notes are shown at most ${maxDepth} deep`;
    if (this.#shared.embeds >= maxEmbeds) return `at most ${maxEmbeds} notes are shown within one`;
    return isAlone ? undefined : 'other words stand on its line';
  }

  #report(report: Omit<VaultProblem, 'line'>, line: number): void {
    reportOnce(this.#shared, this.#stack, { ...report, line });
  }
}

type TakenText =
  | { readonly kind: 'taken'; readonly text: string }
  | { readonly kind: 'left'; readonly reason: string };

/** `#id` of the place that `link` names, by its words alone; nothing where it names none. */
function formatFragment({ fragment }: WikiLink): string {
  if (fragment === undefined) return '';
  return fragment.startsWith('^') ? `#${fragment}` : `#${encodeURIComponent(headingId(fragment))}`;
}
