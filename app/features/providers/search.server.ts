import { and, like, type SQL, sql } from "drizzle-orm";
import { providers } from "~/db/schema/providers.server";
import { escapeLike } from "~/lib/fold";
import { searchWords } from "./model";

/** Every word somewhere in the folded text; user text is a pattern's literal only (ASVS 1.2.9). */
export function containsAll(typed: string): SQL | undefined {
  return and(...searchWords(typed).map((word) => sql`${like(providers.searchText, `%${escapeLike(word)}%`)} ESCAPE '\\'`));
}
