/** A small reading of XML trees, in the order of the document, over `fast-xml-parser`. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with its children in order; text has the name `#text`. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Text of a `#text` node, else empty. */
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
});

type Raw = Readonly<Record<string, unknown>>;

function build(raw: Raw): XmlNode {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '#text';
  const value = raw[name];
  if (!Array.isArray(value)) return { name: '#text', attributes: {}, children: [], text: String(value) };
  const attributes = (raw[':@'] ?? {}) as Readonly<Record<string, string>>;
  return { name, attributes, children: (value as Raw[]).map(build), text: '' };
}

/** Parses a document. Throws an `Error` that says where it is broken. */
export function parseXml(document: string): XmlNode {
  const valid = XMLValidator.validate(document);
  if (valid !== true) throw new Error(`is no XML: ${valid.err.msg} (line ${valid.err.line})`);
  const nodes = (parser.parse(document) as Raw[]).map(build);
  return { name: '#document', attributes: {}, children: nodes, text: '' };
}

/** All elements of a name below a node, in order. */
export function findAll(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

export function findFirst(node: XmlNode, name: string): XmlNode | undefined {
  return findAll(node, name)[0];
}

/** The words in an element, without those of the elements named in `without`. */
export function wordsOf(node: XmlNode, without: readonly string[] = []): string {
  const gather = (at: XmlNode): string =>
    at.name === '#text' ? at.text : without.includes(at.name) ? '' : at.children.map(gather).join(' ');
  return gather(node)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?!])/g, '$1')
    .trim();
}

/** Escapes a text for an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
