import { capitalize } from '../../content/messages/create-body-words.ts';
import { en } from '../../content/messages/languages/en.ts';
import type { Message, MessageGroup } from '../../content/messages/languages/messages.ts';
import { listLanguages, readMessages } from '../../content/messages/merge-messages.ts';
import type { MessageSet } from '../../content/messages/merge-messages.ts';
import type { Site } from '../../content/site/site.ts';

/** The settings that sentences depend on. */
export type MessageSettings = Pick<Site, 'language' | 'messages'>;

const start = 'virtual:rubric/messages';

/** The groups of sentences that parts of the app bring along, by the end of the module's name. */
const parts: Readonly<Record<string, readonly MessageGroup[]>> = {
  app: ['app'],
  search: ['search'],
  parts: ['parts'],
  source: ['source'],
  loads: ['loads'],
  comments: ['comments'],
  foot: ['foot'],
  shortcuts: ['shortcuts'],
  comforts: ['comforts'],
  saved: ['saved'],
  late: ['late'],
  desk: ['desk'],
  policy: ['policy'],
  body: ['policy', 'body', 'callouts'],
};

/** Groups that a page in another language than the blog's speaks: the draft desk is the blogger's, and late scripts bring no more. */
const ofPages = (Object.keys(en) as MessageGroup[]).filter(
  (group) => group !== 'desk' && group !== 'late',
);

/**
 * The source of a module of sentences; `undefined` for the id of any other module.
 *
 * - `virtual:rubric/messages/app` and its like: one part of those in the blog's own language;
 * - `virtual:rubric/messages/in/fr`: all sentences of one language;
 * - `virtual:rubric/messages`: the way to load those of any other language.
 */
export function generateMessages(id: string, settings: MessageSettings): string | undefined {
  if (id === start) return generateLoaders(settings);
  if (!id.startsWith(`${start}/`)) return undefined;
  const [part = '', tag] = id.slice(start.length + 1).split('/');
  if (tag !== undefined) return formatSet(readMessages(tag, settings.messages), ofPages);
  const { language } = settings;
  const source = formatSet(readMessages(language, settings.messages), parts[part]);
  return part === 'app'
    ? `export const blogLanguage = ${JSON.stringify(language)};\n${source}`
    : source;
}

function formatSet({ language, messages }: MessageSet, groups?: readonly MessageGroup[]): string {
  const { callouts, ...others } = messages;
  // A word that is its own title need not be told.
  const told = Object.entries(callouts).filter(([word, title]) => title !== capitalize(word));
  const all = Object.entries({ ...others, callouts: Object.fromEntries(told) }).map(
    ([group, sentences]) => [group, mapValues(sentences, shorten)] as const,
  );
  const wanted = all.filter(([group]) => groups?.includes(group as MessageGroup) ?? true);
  const single = groups?.length === 1 ? wanted[0]?.[1] : Object.fromEntries(wanted);
  return `export const language = ${JSON.stringify(language)};\nexport const messages = ${JSON.stringify(single)};\n`;
}

/** `message` without the forms that say the same as the one for all other numbers. */
function shorten(message: Message): Message {
  if (typeof message === 'string') return message;
  const own = Object.entries(message).filter(([, text]) => text !== message.other);
  return own.length === 0 ? message.other : { ...Object.fromEntries(own), other: message.other };
}

function mapValues(
  sentences: Readonly<Record<string, Message>>,
  change: (message: Message) => Message,
): Readonly<Record<string, Message>> {
  return Object.fromEntries(
    Object.entries(sentences).map(([name, message]) => [name, change(message)]),
  );
}

/** A literal `import()` for each language, so that the bundler makes a chunk of each. */
function generateLoaders({ messages }: MessageSettings): string {
  const lines = listLanguages(messages).map((tag) => {
    const id = `${start}/in/${tag}`;
    return `${JSON.stringify(tag)}: () => import(${JSON.stringify(id)}),`;
  });
  return `export const languages = {\n${lines.join('\n')}\n};\n`;
}
