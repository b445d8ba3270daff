import type { Argument } from './tags/arguments.ts';
import type { Call, Expansion, Part } from './base/call.ts';
import { joinRows } from './base/join-rows.ts';
import { formatValue } from './base/format-value.ts';
import { isBlockHtml } from './base/output.ts';
import { bodyMark, expandTemplate } from './base/template.ts';
import type { TemplateScope } from './base/template.ts';

/**
 * The result of a call of the blogger's own template: a block when it begins with a block element and stands alone,
 * else a piece of a line.
 *
 * @throws ContentError for a fault in the template.
 */
export function expandOwn(call: Call, template: string): Expansion {
  const { shortcodes } = call.context;
  const scope: TemplateScope = {
    find: (name) => findValue(call, name),
    findTemplate: (name) => (Object.hasOwn(shortcodes, name) ? shortcodes[name] : undefined),
  };
  const parts = expandTemplate(call.name, template, scope)
    .split(bodyMark)
    .flatMap((text, index): Part[] => {
      const html: Part[] = text.trim() === '' ? [] : [{ kind: 'html', html: text.trim() }];
      return index === 0 ? html : [{ kind: 'body' }, ...html];
    });
  const first = parts[0];
  if (call.isBlock && first?.kind === 'html' && !isBlockHtml(first.html) && parts.length === 1) {
    return { kind: 'inline', text: joinRows(first.html) };
  }
  return { kind: 'block', parts };
}

function findValue(call: Call, name: string): Argument | undefined {
  if (name === 'body') return call.hasBody ? bodyMark : undefined;
  const given = /^\d+$/.test(name) ? call.args.positional[Number(name)] : call.args.named.get(name);
  if (given !== undefined) return clean(given);
  const [root, ...keys] = name.split('.');
  if (root === 'page')
    return readField({ ...call.post.frontMatter, title: call.post.meta.title }, keys);
  return root === 'site' ? readField(call.context.site, keys) : undefined;
}

function clean(value: Argument): Argument {
  return typeof value === 'string'
    ? value.replaceAll(bodyMark, '')
    : value.map((item) => item.replaceAll(bodyMark, ''));
}

function readField(source: object, keys: readonly string[]): Argument | undefined {
  let value: unknown = source;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  if (value === undefined || value === null) return undefined;
  return clean(Array.isArray(value) ? value.map(formatValue) : formatValue(value));
}
