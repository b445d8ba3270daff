import { en } from '../messages/languages/en.ts';
import type { Message, MessageGroup, Plural } from '../messages/languages/messages.ts';
import type { OwnMessages } from '../messages/merge-messages.ts';
import { findNearest } from '../text/edit-distance.ts';
import { parseLanguage } from '../text/language.ts';
import type { Setting } from '../settings/setting.ts';

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

type Table = Readonly<Record<string, unknown>>;

type Fail = Setting['fail'];

/**
 * Sentences in place of ours, by language: those of `[messages]` are in the blog's, those of `[messages.fr]` in French,
 * be it a language that we do not have. In both, `[….search]` and its like have the sentences of other groups than the
 * app's. Throws the error of `setting` for a name that is no sentence, and for a sentence without one of its `{names}`.
 */
export function parseMessages(setting: Setting): Readonly<Record<string, OwnMessages>> {
  const { name, value, fail, language = 'en' } = setting;
  const remedy = `Write \`[${name}]\`, and below it lines such as \`posts = "Essays"\`.`;
  if (!isTable(value)) throw fail(`\`${name}\` is no table of sentences.`, remedy);
  const own = new Map<string, OwnMessages>();
  const blogs: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    const isOurs = !isTable(entry) || findName(key, groups) !== undefined || isSentence(key);
    const tag = isOurs ? undefined : parseLanguage(key);
    if (tag !== undefined && isTable(entry)) own.set(tag, readGroups(entry, [key], fail));
    else blogs[key] = entry;
  }
  const ofBlog = readGroups(blogs, [], fail);
  if (Object.keys(blogs).length > 0) {
    const others = own.get(language) ?? {};
    const merged = groups.map((group) => [group, { ...others[group], ...ofBlog[group] }]);
    own.set(language, Object.fromEntries(merged) as OwnMessages);
  }
  return Object.fromEntries(own);
}

const groups = Object.keys(en).filter(isGroup);

function isGroup(name: string): name is MessageGroup {
  return Object.hasOwn(en, name);
}

function isSentence(key: string): boolean {
  return findName(key, Object.keys(en.app)) !== undefined;
}

/** The sentences of `table`: of the app, and in tables named for a group those of the group. */
function readGroups(table: Table, path: readonly string[], fail: Fail): OwnMessages {
  const found: Partial<Record<MessageGroup, Record<string, Message>>> = {};
  const add = (group: MessageGroup, key: string, value: unknown, at: readonly string[]): void => {
    const sentences: Readonly<Record<string, Message>> = en[group];
    const name = findName(key, Object.keys(sentences));
    if (name === undefined) {
      throw fail(`\`${at.join('.')}\` is no sentence.`, suggest(key, group), at);
    }
    const english = sentences[name] ?? '';
    (found[group] ??= {})[name] = readSentence(value, english, { at, fail });
  };
  for (const [key, value] of Object.entries(table)) {
    const at = [...path, key];
    const group = isSentence(key) && !(isTable(value) && isGroup(key)) ? undefined : findGroup(key);
    if (group === undefined || !isTable(value)) add('app', key, value, at);
    else for (const [name, each] of Object.entries(value)) add(group, name, each, [...at, name]);
  }
  return found;
}

function findGroup(key: string): MessageGroup | undefined {
  return findName(key, groups);
}

interface Place {
  readonly at: readonly string[];
  readonly fail: Fail;
}

/** One sentence, with all that the English one has in braces. */
function readSentence(value: unknown, english: Message, { at, fail }: Place): Message {
  const name = at.join('.');
  if (typeof english === 'string') {
    if (typeof value !== 'string')
      throw fail(`\`${name}\` is not text.`, 'Write it in quotes.', at);
    checkNames(value, namesIn(english), namesIn(english), { at, fail });
    return value;
  }
  const forms = typeof value === 'string' ? { other: value } : value;
  const known = namesIn(english.other);
  const needed = known.filter((each) => each !== 'count');
  if (!isPlural(forms)) {
    const remedy = `Write \`{ one = "…", other = "…" }\`; the forms are ${quote(categories)}.`;
    throw fail(`\`${name}\` is no sentence with plural forms.`, remedy, at);
  }
  // "One post" has no number in it; the form for all other numbers must.
  for (const [form, text] of Object.entries(forms)) {
    checkNames(text, form === 'other' ? known : needed, known, { at, fail });
  }
  return forms;
}

function checkNames(
  text: string,
  needed: readonly string[],
  known: readonly string[],
  { at, fail }: Place,
): void {
  const name = at.join('.');
  const given = namesIn(text);
  const strange = given.find((each) => !known.includes(each));
  if (strange !== undefined) {
    const near = findNearest(strange, known, 3);
    const remedy =
      near === undefined ? `It can have ${quote(braced(known))}.` : `Did you mean \`{${near}}\`?`;
    throw fail(`\`${name}\` has \`{${strange}}\`, which nothing fills in.`, remedy, at);
  }
  const lost = needed.find((each) => !given.includes(each));
  if (lost === undefined) return;
  throw fail(`\`${name}\` lacks \`{${lost}}\`.`, `Write it where it belongs in "${text}".`, at);
}

/** Names in braces. */
function namesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
}

function isPlural(value: unknown): value is Plural {
  if (!isTable(value) || typeof value['other'] !== 'string') return false;
  const known: readonly string[] = categories;
  return Object.entries(value).every(
    ([form, text]) => known.includes(form) && typeof text === 'string',
  );
}

/** The one of `names` that `key` means, in whatever way its words are joined. */
function findName<Name extends string>(key: string, names: readonly Name[]): Name | undefined {
  const plain = plainName(key);
  return names.find((name) => plainName(name) === plain);
}

function plainName(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase();
}

function suggest(key: string, group: MessageGroup): string {
  const names = Object.keys(en[group]);
  const near = findNearest(plainName(key), names.map(plainName), 3);
  const name = near === undefined ? undefined : findName(near, names);
  if (name !== undefined) return `Did you mean \`${name}\`?`;
  return 'All names are listed in `docs/languages.md`.';
}

function braced(names: readonly string[]): readonly string[] {
  return names.map((name) => `{${name}}`);
}

function quote(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
}

function isTable(value: unknown): value is Table {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}
