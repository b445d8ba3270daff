import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** Root of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One import as it stands in a file. */
export interface Import {
  /** Importing file relative to the root, with `/`. */
  readonly from: string;
  /** As written: `./slug.ts`, `node:fs`, `marked`. */
  readonly specifier: string;
  /** File it leads to, relative to the root, without query; `undefined` for a package. */
  readonly target: string | undefined;
}

/** Source files of ours under `folder`, relative to the root, sorted. */
export function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/**
 * Every import of `file`: static, type-only, re-export, `import()`, `import('x').Type`, `import.meta.glob`
 * and `new URL('x', import.meta.url)`.
 */
export function readImports(file: string): Import[] {
  const specifiers: string[] = [];
  collect(parseSync(file, readFileSync(join(root, file), 'utf8')).program, specifiers);
  return specifiers.map((specifier) => ({
    from: file,
    specifier,
    target: resolve(file, specifier),
  }));
}

function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
}

/** Walks the syntax tree; what names a module is added to `found`. */
function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const fields = node as Readonly<Record<string, unknown>>;
  found.push(...namedModules(fields));
  for (const child of Object.values(fields)) collect(child, found);
}

function namedModules(node: Readonly<Record<string, unknown>>): string[] {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literals([node['source']]);
    case 'CallExpression':
      return isGlob(node['callee']) ? literals(list(node['arguments'])) : [];
    case 'NewExpression':
      return isUrlOfModule(node) ? literals(list(node['arguments'])).filter(isModule) : [];
    default:
      return [];
  }
}

/** Not a folder or a file that is only read. */
function isModule(specifier: string): boolean {
  return /\.(?:tsx?|m?js)$/.test(specifier);
}

/** `import.meta.glob` */
function isGlob(callee: unknown): boolean {
  return field(field(callee, 'property'), 'name') === 'glob';
}

/** `new URL('./x', import.meta.url)` */
function isUrlOfModule(node: unknown): boolean {
  const base = list(field(node, 'arguments')).at(1);
  return (
    field(field(node, 'callee'), 'name') === 'URL' &&
    field(field(base, 'object'), 'type') === 'MetaProperty'
  );
}

function literals(nodes: readonly unknown[]): string[] {
  return nodes
    .flatMap((node) =>
      field(node, 'type') === 'ArrayExpression' ? list(field(node, 'elements')) : [node],
    )
    .map((node) => field(node, 'value'))
    .filter((value) => typeof value === 'string');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
