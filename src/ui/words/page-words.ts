import { createSignal } from 'solid-js';
import { blogLanguage, language as ownLanguage, messages } from 'virtual:rubric/messages/app';
import type { LoadedMessages } from 'virtual:rubric/messages';
import { fillMessage } from '../../content/messages/fill-message.ts';
import { readDirection } from '../../content/text/direction.ts';
import type { Template, Values, Words } from '../../content/messages/languages/messages.ts';

/**
 * The sentences of the page on screen, where it is in another language than the blog. One for the whole program: the
 * build renders one page after the other.
 */
const [others, setOthers] = createSignal<LoadedMessages>();

/** Has the page speak the language of `loaded` from now on; `undefined` is the blog's own. */
export function speak(loaded: LoadedMessages | undefined): void {
  setOthers(loaded);
}

/** The language that the page speaks, as dates are written in it. */
export function pageLanguage(): string {
  return others()?.language ?? blogLanguage;
}

/** The direction of the page as a whole; `undefined` is from left to right. */
export function findDirection(): 'rtl' | undefined {
  return readDirection(pageLanguage()) === 'rtl' ? 'rtl' : undefined;
}

/** The language of the sentences themselves: English where that of the blog has none. */
export function sentenceLanguage(): string {
  return others()?.language ?? ownLanguage;
}

/**
 * The sentences of `group` in the language of the page, of which `own` are the blog's. They are read where they are
 * shown, as the page may go on to another language.
 */
export function chooseWords<Group extends keyof Words>(
  group: Group,
  own: Words[Group],
): Words[Group] {
  return new Proxy(own, {
    get: (_, name) => Reflect.get(others()?.messages[group] ?? own, name) as unknown,
  });
}

/** The sentences of the app. */
export const words = chooseWords('app', messages);

/** `template` with its values, as the language of the page has plural forms and numbers. */
export function say<Names extends string>(
  template: Template<Names>,
  values: Values<NoInfer<Names>>,
): string {
  return fillMessage(template, values, sentenceLanguage());
}
