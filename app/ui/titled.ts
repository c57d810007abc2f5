/** A page's name in its window, in the reader's language; the product's alone where the page could not be made. */
export const titled = (name: string | undefined) => [{ title: name ? `${name} · Balise` : "Balise" }];

/** The same for a page behind a key, which no search engine lists. */
export const titledUnlisted = (name: string | undefined) => [...titled(name), { name: "robots", content: "noindex" }];
