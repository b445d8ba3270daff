import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSources, readImports, root } from '../support/read-imports.ts';
import type { Import } from '../support/read-imports.ts';
import { subRooms } from '../support/sub-rooms.ts';

/** What each room may import: the table of the style guide, section 1. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  content: ['content'],
  search: ['content', 'search'],
  library: ['content', 'search', 'library'],
  ui: ['content', 'search', 'library', 'ui'],
  publish: ['content', 'search', 'publish'],
  worker: ['content', 'search', 'worker'],
  command: ['content', 'publish', 'command'],
  entry: ['content', 'library', 'ui'],
};

/** Rooms that may use a package or a built-in module that belongs to one place. */
const packageRooms: readonly { readonly name: RegExp; readonly rooms: readonly string[] }[] = [
  { name: /^node:/, rooms: ['publish', 'command'] },
  { name: /^(solid-js|@solidjs)(\/|$)/, rooms: ['ui', 'entry'] },
  { name: /^vite(\/|$)/, rooms: ['publish', 'command'] },
];

const sources = listSources('src');
const imports = sources.flatMap(readImports);
const ours = imports.filter((entry) => entry.target !== undefined);

describe('imports', () => {
  test('finds the rooms', () => {
    const rooms = new Set(sources.map(roomOf));
    expect(Object.keys(mayImport).filter((room) => !rooms.has(room))).toEqual([]);
  });

  test('keep to the arrows between the rooms', () => {
    const wrong = ours.filter((entry) => !isAllowed(entry)).map(describeImport);
    expect(wrong).toEqual([]);
  });

  test('lead to files that exist, named with their extension', () => {
    const wrong = ours.filter(
      ({ target }) =>
        target !== undefined && !target.includes('*') && !existsSync(join(root, target)),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('use packages only in the rooms they belong to', () => {
    const wrong = imports.filter(({ from, specifier }) =>
      packageRooms.some(({ name, rooms }) => name.test(specifier) && !rooms.includes(roomOf(from))),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('would be found to form a cycle if they did', () => {
    const edges = ['ab', 'bc', 'cb'].map(([from = '', target = '']) => ({
      from,
      target,
      specifier: target,
    }));
    expect(findCycles(edges)).toEqual(['b → c → b']);
  });

  test('form no cycle, type-only ones included', () => {
    expect(findCycles(ours)).toEqual([]);
  });

  test('of vite.config.ts name the plugin and nothing else of ours', () => {
    const targets = readImports('vite.config.ts').flatMap((entry) => entry.target ?? []);
    expect(targets).toEqual(['src/publish/plugin.ts']);
  });
});

describe('folders of src', () => {
  const folders = new Set(sources.map(folderOf));

  test('have their arrows in the table, and no other folder is in it', () => {
    expect(Object.keys(subRooms).toSorted()).toEqual([...folders].toSorted());
  });

  test('import only folders that the table names', () => {
    const wrong = betweenFolders(ours).filter(({ from, target }) => {
      const allowed = subRooms[folderOf(from)]?.imports ?? [];
      return !allowed.includes(folderOf(target));
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('use every arrow of the table', () => {
    const drawn = new Set(betweenFolders(ours).map(describeArrow));
    const unused = listArrows().map(describeArrow);
    expect(unused.filter((arrow) => !drawn.has(arrow))).toEqual([]);
  });

  test('form no cycle', () => {
    expect(findCycles(listArrows())).toEqual([]);
  });

  test('are entered by their doors', () => {
    const wrong = betweenFolders(ours).filter(({ target }) => {
      const doors = subRooms[folderOf(target)]?.doors;
      return doors !== undefined && !doors.includes(basename(target));
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test('hold 15 files at most', () => {
    const full = [...folders].filter(
      (folder) => sources.filter((file) => folderOf(file) === folder).length > 15,
    );
    expect(full).toEqual([]);
  });

  test('have a sentence each in docs/architecture.md', () => {
    const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const named = [...folders].filter((folder) => folder !== 'entry');
    expect(named.filter((folder) => !text.includes(`| \`${folder}\``))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const named = Array.from(text.matchAll(/(?:`(\w+)`\s+\()?`([\w/-]+\.tsx?)`/g), (match) => ({
    name: match[1],
    file: `src/${match[2]?.replace(/^src\//, '')}`,
  })).filter(({ file }) => !file.startsWith('src/test/'));

  test('names files that exist', () => {
    const lost = named.filter(({ file }) => !existsSync(join(root, file)));
    expect(lost).toEqual([]);
  });

  test('names functions that their files export', () => {
    const lost = named.filter(({ name, file }) => {
      if (name === undefined || !existsSync(join(root, file))) return false;
      return !new RegExp(`^export .*\\b${name}\\b`, 'm').test(
        readFileSync(join(root, file), 'utf8'),
      );
    });
    expect(lost).toEqual([]);
  });
});

describe('safe HTML', () => {
  test('is made by the two sanitizers, and for the body that a page came with', () => {
    const makers = sources.filter((file) =>
      /\bas (?:unknown as )?SafeHtml\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(makers).toEqual([
      'src/library/post/adopt-body.ts',
      'src/library/post/sanitize.ts',
      'src/publish/render/sanitize.ts',
    ]);
  });
});

describe('file names', () => {
  test('are kebab-case, components PascalCase, and no barrel is among them', () => {
    const wrong = sources.filter((file) => {
      const name = basename(file);
      return name === 'index.ts' || name === 'index.tsx' || !isWellNamed(name);
    });
    expect(wrong).toEqual([]);
  });

  /** Tests of the project itself, not of a source. */
  const aboutProject = [
    'bench-line',
    'check-dist',
    'compile-checkout',
    'documents',
    'imports',
    'sentences',
    'workflows',
  ].map((name) => `test/unit/${name}.test.ts`);

  test('of unit tests mirror the source they test', () => {
    const wrong = listSources('test/unit')
      .filter((file) => /\.test\.tsx?$/.test(file) && !aboutProject.includes(file))
      .filter((file) => !hasSubject(file));
    expect(wrong).toEqual([]);
  });
});

function roomOf(file: string): string {
  if (/^src\/entry-(client|server)\.tsx$/.test(file)) return 'entry';
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? file;
}

/** `src/content/text/slug.ts` → `content/text`; `entry` for the files that lie in `src`. */
function folderOf(file: string): string {
  return dirname(file).replace(/^src\/?/, '') || 'entry';
}

/** Imports that lead from one folder of ours into another, but for the worker's address, which is a string. */
function betweenFolders(all: readonly Import[]): (Import & { readonly target: string })[] {
  return all.flatMap((entry) => {
    const { from, specifier, target } = entry;
    if (target === undefined || !/\.tsx?$/.test(target) || from === 'src/virtual.d.ts') return [];
    if (specifier.endsWith('?worker&url') || folderOf(from) === folderOf(target)) return [];
    return [{ ...entry, target }];
  });
}

/** The arrows of the table. */
function listArrows(): Import[] {
  return Object.entries(subRooms).flatMap(([folder, { imports: targets }]) =>
    targets.map((target) => ({ from: folder, specifier: target, target })),
  );
}

function describeArrow({ from, target }: Import): string {
  const ends = [from, target ?? ''].map((end) => (end.startsWith('src/') ? folderOf(end) : end));
  return ends.join(' → ');
}

function isAllowed({ from, specifier, target }: Import): boolean {
  if (target === undefined || from === 'src/virtual.d.ts') return true;
  const [room, wanted] = [roomOf(from), roomOf(target)];
  // The address of the worker file is a string at run time: nothing of the worker is pulled in.
  if (room === 'library' && wanted === 'worker') return specifier.endsWith('?worker&url');
  return mayImport[room]?.includes(wanted) ?? false;
}

function describeImport({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}

/** Each cycle once, as the files on it. Depth first with colours, linear in the number of imports. */
function findCycles(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, target } of edges) {
    if (target !== undefined) next.set(from, [...(next.get(from) ?? []), target]);
  }
  const state = new Map<string, 'open' | 'closed'>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string): void => {
    if (state.get(file) === 'closed') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    state.set(file, 'closed');
  };
  for (const file of next.keys()) visit(file);
  return cycles;
}

function isWellNamed(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name) || /^[A-Z][A-Za-z0-9]*\.tsx$/.test(name);
}

/** `test/unit/content/text/slug.test.ts` and `slug.corpora.test.ts` test `src/content/text/slug.ts`, or are named for a folder of `src` or a page of `docs`. */
function hasSubject(file: string): boolean {
  const subject = file.replace(/^test\/unit\//, 'src/').replace(/(\.[a-z-]+)?\.test\.tsx?$/, '');
  const subjects = [
    ...['.ts', '.tsx', ''].map((end) => `${subject}${end}`),
    `docs/${basename(subject)}.md`,
  ];
  return subjects.some((name) => existsSync(join(root, name)));
}
