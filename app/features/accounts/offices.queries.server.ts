import { and, inArray, isNotNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { formatPhone } from "~/lib/phone";

/** The offices that can be called and their numbers, by name: public facts, for who comes with a link that opens nothing. */
export function listOfficeNumbers() {
  const { id, name, phone } = organisations;
  return db()
    .select({ id, name, phone })
    .from(organisations)
    .where(and(inArray(organisations.kind, ["office", "territory"]), isNotNull(phone)))
    .orderBy(name, id)
    .limit(200)
    .all()
    .map((row) => ({ ...row, phone: row.phone ?? "", phoneText: formatPhone(row.phone) }));
}
export type OfficeNumber = ReturnType<typeof listOfficeNumbers>[number];
