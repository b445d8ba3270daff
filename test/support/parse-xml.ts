import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (name) => ['entry', 'item', 'url', 'sitemap', 'link', 'category'].includes(name),
});

/** The document as nested records; throws when it is not well-formed. Attributes have `@` before their name. */
export function parseXml(text: string): XmlNode {
  const outcome = XMLValidator.validate(text);
  if (outcome !== true) throw new Error(`${outcome.err.msg} (line ${outcome.err.line})`);
  return new XmlNode(parser.parse(text));
}

/** A place in a parsed document. */
export class XmlNode {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** The child or attribute of that name. */
  get(name: string): XmlNode {
    const value = this.#value;
    return new XmlNode(
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    );
  }

  /** The children of that name, of those the parser knows to repeat. */
  all(name: string): readonly XmlNode[] {
    const list = this.get(name).#value;
    return Array.isArray(list) ? list.map((value) => new XmlNode(value)) : [];
  }

  /** Its text; `undefined` when it is not there. */
  get text(): string | undefined {
    if (typeof this.#value === 'string') return this.#value;
    const inner = this.get('#text').#value;
    return typeof inner === 'string' ? inner : undefined;
  }
}
