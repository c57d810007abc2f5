import { createHash } from "node:crypto";
import { inArray, isNull, sql } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { keepLinks } from "./links.commands.server";
import { stem, stemsOf, wordsOf } from "./stem.model";

interface Indexable {
  number: number;
  title: string;
  keywords: string;
  summary: string;
  body: string;
  fileText: string;
}

/** Changes when what the index keeps of a text changes: then the whole library is read again at the next start. */
const edition = createHash("sha256")
  .update(`3 ${"réservations répondez hébergement".split(" ").map(stem).join(" ")}`)
  .digest("hex");

/** Puts resources in the full-text index as they now stand with the addresses they name, or takes them out when they are deleted; inside the caller's transaction. */
export function indexResources(ids: readonly string[]): void {
  const found = inArray(resources.id, [...ids]);
  for (const row of db().select().from(resources).where(found).all()) {
    takeOut(row.number);
    keepLinks(row);
    if (row.deletedAt === null) putIn(row);
  }
}

/** Makes the whole index again, in one transaction; returns how many resources it holds. */
export function rebuildResourceIndex(): number {
  const rebuild = sqlite().transaction(() => {
    db().run(sql`DELETE FROM resources_index`);
    db().run(sql`DELETE FROM resource_words`);
    let count = 0;
    for (const row of db().select().from(resources).where(isNull(resources.deletedAt)).all()) {
      putIn(row);
      keepLinks(row);
      count += 1;
    }
    db().run(
      sql`INSERT INTO installation (key, value) VALUES ('resources_index', ${edition}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    );
    return count;
  });
  return rebuild();
}

/** Makes the index again when it was made by another edition of the product. */
export function refreshResourceIndex(): void {
  const held = sqlite().prepare("SELECT value FROM installation WHERE key = 'resources_index'").pluck().get();
  if (held !== edition) rebuildResourceIndex();
}

function putIn(row: Indexable): void {
  const fields = [row.title, row.keywords, row.summary, row.body, row.fileText].map(stemsOf);
  const words = dictionaryWords(row);
  sqlite()
    .prepare("INSERT INTO resources_index (rowid, title, keywords, summary, body, file, words) VALUES (?, ?, ?, ?, ?, ?, ?)")
    .run(row.number, ...fields, words.join(" "));
  const count = sqlite().prepare(
    "INSERT INTO resource_words (word, stem, resources) VALUES (?, ?, 1) ON CONFLICT (word) DO UPDATE SET resources = resources + 1",
  );
  for (const word of words) count.run(word, stem(word));
}

function takeOut(number: number): void {
  const held = sqlite().prepare<[number], string>("SELECT words FROM resources_index WHERE rowid = ?").pluck().get(number);
  if (held === undefined) return;
  sqlite().prepare("DELETE FROM resources_index WHERE rowid = ?").run(number);
  const less = sqlite().prepare("UPDATE resource_words SET resources = resources - 1 WHERE word = ?");
  for (const word of held.split(" ")) less.run(word);
}

/** Each word once; figures and endless strings teach nothing about spelling. */
function dictionaryWords(row: Indexable): string[] {
  const all = wordsOf([row.title, row.keywords, row.summary, row.body, row.fileText].join("\n"));
  return [...new Set(all.filter((word) => word.length > 1 && word.length <= 30 && !/^\d+$/.test(word)))];
}
