import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { contacts, establishmentIdentities, establishments, providers } from "~/db/schema/providers.server";
import { fold } from "~/lib/fold";
import type { ImportRecord } from "./model";
import type { Proposal, ProposalBasis } from "./plan.model";

/** A number or address of more providers than this is a switchboard: it proves nothing. */
const switchboard = 3;

interface Known {
  providerId: string;
  name: string;
  siret: string | null;
  /** Establishments without a record in any source. */
  unlinked: { id: string; name: string; kind: string }[];
}

/** The owner's providers by SIRET, e-mail and phone as they stand, to propose where a new listing belongs. */
export function openDirectory(ownerId: string) {
  const known = listKnown(ownerId);
  const bySiret = new Map([...known.values()].flatMap((one) => (one.siret ? [[one.siret, one] as const] : [])));
  const byContact = listHolders(ownerId);
  const holders = (values: readonly string[]): Known[] => {
    const ids = new Set(values.flatMap((value) => byContact.get(value.toLowerCase()) ?? []));
    return ids.size > switchboard ? [] : [...ids].flatMap((id) => known.get(id) ?? []);
  };
  return {
    /** By SIRET, else by e-mail and phone, else by one of them. */
    propose(record: ImportRecord): Proposal | null {
      const [emails, phones] = [holders(record.emails), holders(record.phones)];
      const best =
        found(record.siret ? bySiret.get(record.siret) : undefined, "siret") ??
        found(
          emails.find((one) => phones.includes(one)),
          "email_phone",
        ) ??
        found(emails[0], "email") ??
        found(phones[0], "phone");
      return best ? proposal(best, record) : null;
    },
  };
}

interface Found {
  known: Known;
  basis: ProposalBasis;
}
const found = (known: Known | undefined, basis: ProposalBasis): Found | undefined => known && { known, basis };

function proposal({ known, basis }: Found, record: ImportRecord): Proposal {
  const same = known.unlinked.find((one) => fold(one.name) === fold(record.name) || one.kind === record.kind);
  return {
    kind: same ? "same" : "operator",
    basis,
    providerId: known.providerId,
    establishmentId: same?.id ?? null,
    leader: null,
    name: known.name,
    isAccepted: basis === "siret" || basis === "email_phone",
  };
}

function listKnown(ownerId: string): Map<string, Known> {
  const rows = db()
    .select({ providerId: providers.id, name: providers.name, siret: providers.siret })
    .from(providers)
    .where(and(eq(providers.ownerId, ownerId), isNull(providers.deletedAt)))
    .all();
  const known = new Map(rows.map((row): [string, Known] => [row.providerId, { ...row, unlinked: [] }]));
  for (const { providerId, ...place } of listUnlinked(ownerId)) known.get(providerId)?.unlinked.push(place);
  return known;
}

/** The providers behind each e-mail (lower case) and phone. */
function listHolders(ownerId: string): Map<string, string[]> {
  const rows = db()
    .select({ providerId: contacts.providerId, email: contacts.email, phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.ownerId, ownerId), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.createdAt))
    .all();
  const holders = new Map<string, string[]>();
  for (const { providerId, email, phone } of rows) {
    const keys = [email?.toLowerCase(), phone].filter((key) => typeof key === "string");
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), providerId]);
  }
  return holders;
}

function listUnlinked(ownerId: string) {
  const linked = sql`EXISTS (SELECT 1 FROM ${establishmentIdentities} WHERE ${establishmentIdentities.establishmentId} = ${establishments.id})`;
  return db()
    .select({
      providerId: establishments.providerId,
      id: establishments.id,
      name: establishments.name,
      kind: establishments.kind,
    })
    .from(establishments)
    .where(and(eq(establishments.ownerId, ownerId), isNull(establishments.deletedAt), sql`NOT ${linked}`))
    .all();
}
