import type { en } from './en.ts';

/** A sentence with a form for each plural category of its language that has one of its own. */
export interface Plural extends Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> {
  readonly other: string;
}

/** A sentence as a file of messages has it, with `{name}` where something is filled in. */
export type Message = string | Plural;

type English = typeof en;

/** The parts of the blog that sentences come with. */
export type MessageGroup = keyof English;

/**
 * All sentences in one language. A language that lacks one does not compile, and none has a plural where English has a
 * plain sentence, or the other way round.
 */
export type Messages = {
  readonly [Group in MessageGroup]: {
    readonly [Name in keyof English[Group]]: English[Group][Name] extends string ? string : Plural;
  };
};

declare const valueNames: unique symbol;

/** Marks a sentence with the names of the values that are put into it; for the compiler alone. */
interface Needing<Names extends string> {
  readonly [valueNames]?: Names;
}

/** A sentence into which values of these names are put. */
export type Template<Names extends string> = Message & Needing<Names>;

/** Names in braces of a sentence. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Sentence<Original> = Original extends string
  ? [NamesIn<Original>] extends [never]
    ? string
    : string & Needing<NamesIn<Original>>
  : Plural & Needing<NamesIn<Original[keyof Original]>>;

/** The sentences as those who say them see them: each with the names of what it needs. */
export type Words = {
  readonly [Group in MessageGroup]: {
    readonly [Name in keyof English[Group]]: Sentence<English[Group][Name]>;
  };
};

/** What is put into a sentence, by name. `count` chooses the plural form; numbers are written as the language has them. */
export type Values<Names extends string = string> = Readonly<Record<Names, string | number>>;
