import { createBodyWords } from '../../content/messages/create-body-words.ts';
import { readMessages } from '../../content/messages/merge-messages.ts';
import type { BodyWords } from '../../content/model/body-words.ts';
import type { Site } from '../../content/site/site.ts';

const known = new WeakMap<Site, Map<string, BodyWords>>();

/** The words of a body in `language`, by the settings of its blog; made once for each language. */
export function findBodyWords(site: Site, language: string = site.language): BodyWords {
  const ofSite = known.get(site) ?? new Map<string, BodyWords>();
  known.set(site, ofSite);
  const found = ofSite.get(language);
  if (found !== undefined) return found;
  const set = readMessages(language, site.messages);
  const made = createBodyWords(set.messages, set.language);
  ofSite.set(language, made);
  return made;
}
