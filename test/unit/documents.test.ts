import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { createProgram } from '../../src/command/program.ts';
import { createIdRegistry, slugHeading } from '../../src/content/finish/heading-id.ts';

const root = join(import.meta.dirname, '../..');

const documents = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** The sample blog as it came: a copy of the repository may have other posts, each of them or all. */
const samples = join(root, 'test/fixtures/blog');

/** A document taken apart: its code, and its text without code. */
interface Document {
  readonly code: readonly string[];
  readonly fences: readonly { readonly language: string; readonly text: string }[];
  readonly text: string;
}

function readDocument(name: string): Document {
  const fences: { language: string; text: string }[] = [];
  const spans: string[] = [];
  const source = readFileSync(join(root, name), 'utf8');
  const text = source
    .replace(/^( *)(`{3,})([^\n`]*)\n(.*?)^ *\2$/gms, (_, _indent, _marks, language, body) => {
      fences.push({ language: String(language), text: String(body) });
      return '';
    })
    .replace(/(`+)(?!`)(.+?)\1/gs, (_, _marks, span) => {
      spans.push(String(span).replace(/\s+/g, ' '));
      return '`';
    });
  const lines = fences.flatMap((fence) => fence.text.split('\n'));
  return { fences, code: [...spans, ...lines], text };
}

/** Addresses of the headings of a document as GitHub makes them. */
function findAnchors(name: string): ReadonlySet<string> {
  const source = readFileSync(join(root, name), 'utf8').replace(/^```.*?^```$/gms, '');
  const { claim } = createIdRegistry();
  const headings = [...source.matchAll(/^#{1,6} (.+)$/gm)];
  return new Set(headings.map(([, text = '']) => claim(slugHeading(text.replace(/[`*]/g, '')))));
}

/** Whether `file`, which is not there, was one of the sample blog before it was made the blogger's own. */
function isSample(file: string): boolean {
  return existsSync(join(samples, relative(root, file)));
}

/** Links of a document that lead nowhere. */
function findBrokenLinks(name: string): readonly string[] {
  const { text } = readDocument(name);
  const written = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)];
  return written
    .map(([, link = '', attribute = '']) => link + attribute)
    .filter((link) => !/^(?:https?|mailto):/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? join(root, name) : resolve(root, dirname(name), path);
      if (!existsSync(file)) return !isSample(file);
      return (
        anchor !== undefined &&
        file.endsWith('.md') &&
        !findAnchors(relative(root, file)).has(anchor)
      );
    });
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const commands = new Map(
  createProgram().commands.map((command) => [
    command.name(),
    new Set(['--help', ...command.options.map(({ long }) => long ?? '')]),
  ]),
);

/** Commands within a piece of code that Rubric or its `package.json` do not have. */
function findUnknownCommands(code: string): readonly string[] {
  const called = [
    ...code.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)(?: -- ([^&|]*))?/g),
  ].map(([, name, short, rest]) => ({ script: name ?? short ?? '', rest: rest ?? '' }));
  const unknown = called.filter(({ script }) => !(script in scripts)).map(({ script }) => script);
  const runs = [
    ...called.flatMap(({ script, rest }) => {
      const part = /^node bin\/rubric\.js (\w+)/.exec(scripts[script] ?? '')?.[1];
      return part === undefined ? [] : [{ part, rest }];
    }),
    ...[...code.matchAll(/(?:^|npx (?:\S+ )?|[`;&] )rubric ([a-z]+)([^&|]*)/g)].map(
      ([, part = '', rest = '']) => ({ part, rest }),
    ),
  ];
  for (const { part, rest } of runs) {
    const options = commands.get(part);
    if (options === undefined) unknown.push(`rubric ${part}`);
    for (const [flag] of rest.matchAll(/(?<!\S)--[a-zA-Z][\w-]*/g))
      if (options !== undefined && !options.has(flag)) unknown.push(`rubric ${part} ${flag}`);
  }
  return unknown;
}

/** Places in the repository that a piece of code names and that are not there. */
function isMissingFile(code: string): boolean {
  return /^(?:src|test|docs|\.github)\/[\w./-]+\.\w+$/.test(code) && !existsSync(join(root, code));
}

describe.each(documents)('%s', (name) => {
  test('leads somewhere by each of its links', () => {
    expect(findBrokenLinks(name)).toEqual([]);
  });

  test('names commands and files that exist', () => {
    const { code } = readDocument(name);
    expect(code.flatMap(findUnknownCommands)).toEqual([]);
    // The changelog tells of what was there once, and others may name what `init` writes.
    const written = new Set(['.github/workflows/preview.yml']);
    const named = name === 'CHANGELOG.md' ? [] : code.filter((text) => !written.has(text));
    expect(named.filter(isMissingFile)).toEqual([]);
  });
});

describe('the tests of documents', () => {
  test.each([
    ['npm run biuld', ['biuld']],
    ['npm run build -- --bose /x/', ['rubric build --bose']],
    ['npx rubric preveiw', ['rubric preveiw']],
    ['cd blog && rubric doctor --jsn', ['rubric doctor --jsn']],
    ['rubric build --base /x/ && npm start', []],
  ])('find what is wrong with `%s`', (code, unknown) => {
    expect(findUnknownCommands(code)).toEqual(unknown);
  });
});

describe('docs/hosts.md', () => {
  const { fences } = readDocument('docs/hosts.md');

  test('has examples that can be read, with the actions that the workflows use', () => {
    for (const { language, text } of fences) {
      if (language === 'json') expect(JSON.parse(text)).toHaveProperty('headers');
      if (language === 'yaml') expect(parseYaml(text)).toHaveProperty('on');
    }
    const workflow = readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8');
    const used = fences.flatMap(({ text }) => text.match(/actions\/\S+@\S+/g) ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(workflow).toContain(action);
  });
});
