import { readXml, type XmlElement } from "~/lib/xml";

export interface FeedEntry {
  /** The feed's own name for it, else its address. */
  externalId: string;
  url: string;
  title: string;
  summary: string;
  /** ISO day; undefined when the feed does not say. */
  publishedOn: string | undefined;
}

/** The entries of an RSS 2.0, RSS 1.0 or Atom document, in its order; throws XmlError on what is none. */
export function readFeed(source: string): { title: string; entries: FeedEntry[] } {
  const root = readXml(source);
  const channel = child(root, "channel") ?? root;
  const items = [...children(channel, "item"), ...children(root, "item"), ...children(root, "entry")];
  const entries = [...new Set(items)].map(readEntry).filter((entry) => entry !== undefined);
  return { title: plain(textOf(channel, "title")), entries };
}

function readEntry(item: XmlElement): FeedEntry | undefined {
  const url = addressOf(item);
  const title = plain(textOf(item, "title")).slice(0, 160);
  if (url === undefined || title === "") return undefined;
  const id = textOf(item, "guid") || textOf(item, "id") || url;
  const summary = plain(textOf(item, "description") || textOf(item, "summary") || textOf(item, "content"));
  const date = textOf(item, "pubDate") || textOf(item, "published") || textOf(item, "updated") || textOf(item, "date");
  return { externalId: id.slice(0, 500), url, title, summary: shorten(summary, 600), publishedOn: dayOf(date) };
}

/** RSS writes the address as text, Atom as an attribute; only web addresses are taken. */
function addressOf(item: XmlElement): string | undefined {
  const links = children(item, "link");
  const best = links.find((link) => (link.attributes.get("rel") ?? "alternate") === "alternate") ?? links[0];
  const address = (best?.attributes.get("href") ?? best?.text ?? "").trim();
  return /^https?:\/\/[^\s]{3,480}$/i.test(address) ? address : undefined;
}

const nameOf = (element: XmlElement) => element.name.split(":").at(-1);
const children = (element: XmlElement, name: string) => element.children.filter((one) => nameOf(one) === name);
const child = (element: XmlElement, name: string) => children(element, name)[0];
const textOf = (element: XmlElement, name: string) => (child(element, name)?.text ?? "").trim();

/** HTML as words: feeds put it in their summaries, and it is shown as text alone. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|&#160;/g, " ")
    .replace(/&(?:rsquo|#8217|#039|apos);/g, "’")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

const shorten = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/, "")}…`);

function dayOf(text: string): string | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10);
}
