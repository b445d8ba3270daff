import type { Config } from './config.ts';
import type { ImportNote } from './reading.ts';

/** Names under which the blog publishes feeds. */
const feedNames = new Set([
  'atom.xml',
  'rss.xml',
  'feed.xml',
  'index.xml',
  'feed/',
  'feed/index.html',
  'feed.json',
]);

/** A note for each of the `names` of feeds, which the setting `key` gives, that the blog does not publish one under. */
export function listFeedNotes(
  names: unknown,
  key: string,
  note: Config['note'],
): readonly ImportNote[] {
  const all: readonly unknown[] = Array.isArray(names) ? names : [names];
  return all
    .filter((name): name is string => typeof name === 'string')
    .filter((name) => !feedNames.has(name.replace(/^\//, '')))
    .map((name) =>
      note(
        'hand',
        key,
        `The feed \`/${name.replace(/^\//, '')}\` is not there: let the host lead from it to \`/atom.xml\`.`,
      ),
    );
}
