import { describe, expect, it } from "vitest";
import { readFeed } from "./feed.model";

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Actualités &amp; tourisme</title>
<item><title>Un <![CDATA[bandeau <b>refusé</b>]]></title><link>https://veille.example/a</link><guid>a-1</guid>
<pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;Texte &lt;script&gt;x&lt;/script&gt; court&lt;/p&gt;</description></item>
<item><title>Sans adresse</title></item>
<item><title>Adresse d’ailleurs</title><link>javascript:alert(1)</link></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Fil</title>
<entry><title type="html">Carte à jour</title><id>tag:1</id><link rel="self" href="https://veille.example/self"/>
<link rel="alternate" href="https://veille.example/b"/><updated>2026-03-04T10:00:00Z</updated><summary>Résumé</summary></entry></feed>`;

describe("a feed", () => {
  it("in RSS gives its entries as text, without markup, and leaves out what has no web address", () => {
    const { title, entries } = readFeed(rss);
    expect(title).toBe("Actualités & tourisme");
    expect(entries).toEqual([
      {
        externalId: "a-1",
        url: "https://veille.example/a",
        title: "Un bandeau refusé",
        summary: "Texte x court",
        publishedOn: "2026-03-03",
      },
    ]);
  });

  it("in Atom takes the address meant for readers", () => {
    expect(readFeed(atom).entries[0]).toMatchObject({
      externalId: "tag:1",
      url: "https://veille.example/b",
      publishedOn: "2026-03-04",
    });
  });

  it("is refused with a DOCTYPE, and has no entries when it is something else", () => {
    expect(() => readFeed('<!DOCTYPE x [<!ENTITY a "b">]><rss/>')).toThrow("doctype");
    expect(readFeed("<html><body/></html>").entries).toEqual([]);
  });
});
