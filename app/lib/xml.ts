/** An element of a document read without validation: no DOCTYPE, no entities but the five of XML and numbers. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  text: string;
  children: XmlElement[];
}

/** Thrown for a DOCTYPE, and for what does not close. */
export class XmlError extends Error {
  constructor(readonly reason: "doctype" | "broken") {
    super(reason);
    this.name = "XmlError";
  }
}

/** Reads a document into its elements (ASVS 1.5.1: no external or defined entity is ever resolved). */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), text: "", children: [] };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf("<", at);
    const end = next < 0 ? source.length : next;
    append(open, decoded(source.slice(at, end)));
    at = next < 0 ? end : readMarkup(source, next, open);
  }
  const document = root.children[0];
  if (open.length !== 1 || !document) throw new XmlError("broken");
  return document;
}

/** Reads what begins with `<` and answers where it ends. */
function readMarkup(source: string, at: number, open: XmlElement[]): number {
  if (source.startsWith("<![CDATA[", at)) {
    const end = endOf(source, "]]>", at);
    append(open, source.slice(at + 9, end - 3));
    return end;
  }
  if (source.startsWith("<!--", at)) return endOf(source, "-->", at);
  if (source.startsWith("<?", at)) return endOf(source, "?>", at);
  if (source.startsWith("<!", at)) throw new XmlError("doctype");
  const end = endOf(source, ">", at);
  readTag(source.slice(at + 1, end - 1), open);
  return end;
}

function readTag(tag: string, open: XmlElement[]): void {
  if (tag.startsWith("/")) {
    if (open.length < 2 || open.at(-1)?.name !== tag.slice(1).trim()) throw new XmlError("broken");
    open.pop();
    return;
  }
  const name = /^[\w:.-]+/.exec(tag)?.[0];
  if (!name || open.length > 60) throw new XmlError("broken");
  const found = tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  const attributes = new Map([...found].map(([, key, double, single]) => [key ?? "", decoded(double ?? single ?? "")]));
  const element: XmlElement = { name, attributes, text: "", children: [] };
  open.at(-1)?.children.push(element);
  if (!tag.endsWith("/")) open.push(element);
}

function append(open: XmlElement[], text: string): void {
  const parent = open.at(-1);
  if (parent && open.length > 1) parent.text += text;
}

function endOf(source: string, sign: string, at: number): number {
  const end = source.indexOf(sign, at);
  if (end < 0) throw new XmlError("broken");
  return end + sign.length;
}

function decoded(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);/gi, signOf);
}

function signOf(reference: string): string {
  const inside = reference.slice(1, -1).toLowerCase();
  if (!inside.startsWith("#")) return named.get(inside) ?? reference;
  const code = inside.startsWith("#x") ? Number.parseInt(inside.slice(2), 16) : Number(inside.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

const named = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
