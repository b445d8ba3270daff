// Readers of the settings that name a service of another site: comments and counters.

import { mappings } from './services.ts';
import type { CommentService, CounterService, Mapping } from './services.ts';
import { describeValue, parseText } from './setting.ts';
import type { Setting } from './setting.ts';

const examples = {
  giscus:
    '{ service = "giscus", repo = "ann/blog", repo_id = "R_…", category = "Comments", category_id = "DIC_…" }',
  utterances: '{ service = "utterances", repo = "ann/blog" }',
  plausible: '{ service = "plausible", site = "baker.example" }',
  goatcounter: '{ service = "goatcounter", url = "https://baker.goatcounter.com" }',
  umami: '{ service = "umami", site = "94db1cb1-74f4-4a40-ad6c-962362670409" }',
} as const;

type ServiceName = keyof typeof examples;

/** Comments under posts. */
export function parseComments(setting: Setting): CommentService {
  const service = readService(setting, ['giscus', 'utterances']);
  if (service === 'utterances') {
    const read = openTable(setting, service, ['url', 'repo', 'label', 'mapping']);
    return {
      service,
      url: readUrl(read('url'), 'https://utteranc.es'),
      repo: readRepository(read('repo')),
      label: readOptional(read('label')),
      mapping: readMapping(read('mapping')),
    };
  }
  const names = ['url', 'repo', 'repo_id', 'category', 'category_id', 'mapping'];
  const read = openTable(setting, service, names);
  return {
    service,
    url: readUrl(read('url'), 'https://giscus.app'),
    repo: readRepository(read('repo')),
    repoId: parseText(read('repo_id')),
    category: parseText(read('category')),
    categoryId: parseText(read('category_id')),
    mapping: readMapping(read('mapping')),
  };
}

/** A counter of views. */
export function parseCounter(setting: Setting): CounterService {
  const service = readService(setting, ['plausible', 'goatcounter', 'umami']);
  if (service === 'goatcounter') {
    const read = openTable(setting, service, ['url']);
    return { service, url: readUrl(read('url')), site: '' };
  }
  const usual = { plausible: 'https://plausible.io', umami: 'https://cloud.umami.is' };
  const read = openTable(setting, service, ['url', 'site']);
  return { service, url: readUrl(read('url'), usual[service]), site: parseText(read('site')) };
}

/** The address of a service, which need not be over HTTPS alone. */
export function parseAddress(setting: Setting): string {
  const text = parseText(setting);
  if (isWebAddress(text)) return text;
  const message = `\`${setting.name}\` is \`${text}\`, which is no whole address.`;
  throw setting.fail(message, 'Write it in full, such as `https://example.org/…`.');
}

/** Whole addresses, also those of mail. */
export function parseAddresses({ name, value, fail }: Setting): readonly string[] {
  const remedy = `Write \`${name} = ["https://social.example/@ann"]\`.`;
  if (!Array.isArray(value))
    throw fail(`\`${name}\` is ${describeValue(value)}, not a list of addresses.`, remedy);
  return value.map((given: unknown) => {
    if (typeof given === 'string' && (isWebAddress(given) || /^mailto:.+@/.test(given)))
      return given;
    throw fail(`\`${name}\` has ${describeValue(given)}, which is no whole address.`, remedy);
  });
}

/** A pattern of the address at which a post can be edited. */
export function parseEdit(setting: Setting): string {
  const text = parseAddress(setting);
  if (/\{(?:path|file)\}/.test(text)) return text;
  const message = `\`${setting.name}\` is \`${text}\`: all posts would share an address.`;
  throw setting.fail(message, 'Use `{path}`, the path of a post below `posts`, or `{file}`.');
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function readService<Name extends ServiceName>(
  { name, value, fail }: Setting,
  services: readonly Name[],
): Name {
  const remedy = `Write \`${name} = ${examples[services[0] ?? 'giscus']}\`; there are ${services.join(', ')}.`;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fail(`\`${name}\` is ${describeValue(value)}, not a table.`, remedy);
  const given: unknown = 'service' in value ? value.service : undefined;
  const service = services.find((known) => known === given);
  if (service !== undefined) return service;
  const message =
    given === undefined
      ? `\`${name}\` names no \`service\`.`
      : `\`service\` in \`${name}\` is ${describeValue(given)}, which is not known.`;
  throw fail(message, remedy, given === undefined ? [] : ['service']);
}

/** Reads a table whose `names` are known, `repo_id` also as `repo-id` and `repoId`. Throws for any other name. */
function openTable(
  { name, value, fail }: Setting,
  service: ServiceName,
  names: readonly string[],
): (inner: string) => Setting {
  const remedy = `Write \`${name} = ${examples[service]}\`.`;
  const given = new Map<string, { readonly key: string; readonly value: unknown }>();
  for (const [key, each] of Object.entries(value ?? {})) {
    const known = ['service', ...names].find((one) => plainName(one) === plainName(key));
    if (known === undefined) {
      const list = names.map((one) => `\`${one}\``).join(', ');
      const message = `\`${key}\` is no setting of ${service}.`;
      throw fail(message, `There are ${list}.`, [key]);
    }
    given.set(known, { key, value: each });
  }
  return (inner) => {
    const found = given.get(inner);
    return {
      name: inner,
      value: found?.value,
      fail: (message, advice) =>
        found === undefined
          ? fail(`\`${name}\` lacks \`${inner}\`, which ${service} needs.`, remedy)
          : fail(message, advice, [found.key]),
    };
  };
}

function plainName(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase();
}

/** An address over HTTPS without `/` at the end; `usual` where none is given. */
function readUrl(setting: Setting, usual?: string): string {
  if (setting.value === undefined && usual !== undefined) return usual;
  const text = parseText(setting);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.search === '' && url.hash === '' && url.username === '')
    return url.href.replace(/\/+$/, '');
  const message = `\`${setting.name}\` is \`${text}\`, which is no address over HTTPS.`;
  throw setting.fail(message, 'Write it in full, such as `https://stats.example.org`.');
}

function readRepository(setting: Setting): string {
  const text = parseText(setting);
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) return text;
  const message = `\`${setting.name}\` is \`${text}\`, which is no repository on GitHub.`;
  throw setting.fail(message, 'Write owner and name, such as `ann/blog`.');
}

function readOptional(setting: Setting): string | undefined {
  return setting.value === undefined ? undefined : parseText(setting);
}

function readMapping({ name, value, fail }: Setting): Mapping {
  const known = mappings.find((mapping) => mapping === (value ?? 'pathname'));
  if (known !== undefined) return known;
  const message = `\`${name}\` is ${describeValue(value)}, which is not known.`;
  throw fail(message, `Write one of ${mappings.map((each) => `"${each}"`).join(', ')}.`);
}
