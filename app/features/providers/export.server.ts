import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canSomewhere, ownersWhere } from "~/access/can";
import { audit } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, establishments, partnerships, providers } from "~/db/schema/providers.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import type { Cell } from "~/lib/csv";
import { ForbiddenError } from "~/lib/errors";
import { formatPhone } from "~/lib/phone";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { listProviderIds, type ProviderFilter } from "./list.queries.server";

/** A file holds at most this many providers; a larger office narrows its filter. */
const limit = 20_000;
const columnNames = [
  "name",
  "kind",
  "commune",
  "postcode",
  "referent",
  "partner",
  "first",
  "lastSeen",
  "contact",
  "email",
  "phone",
  "siret",
] as const;

/** The providers of the filter as a table, in the reader's language; days are ISO. Throws ForbiddenError; written to the audit. */
export function exportProviders(actor: Actor, filter: ProviderFilter) {
  if (!canSomewhere(actor, "provider.export")) throw new ForbiddenError("provider.export");
  const t = translator(actor.locale);
  const allowed = ownersWhere(actor, "provider.export");
  const ids = listProviderIds(actor, filter, limit);
  audit(actor.userId, {
    command: "provider.export",
    subjectId: "",
    ownerId: allowed[0] ?? null,
    detail: `${ids.length}`,
    at: now(),
  });
  const rows = chunks(ids, 500).flatMap((some) => readRows(some, allowed));
  const places = new Map(ids.map((id, place) => [id, place]));
  rows.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  return {
    columns: columnNames.map((name) => ({ title: t(`providers:export.${name}`), type: typeOf(name) })),
    rows: rows.map((row): Cell[] => lineOf(row, (kind) => t(`kinds:${kind}`))),
  };
}

function typeOf(name: (typeof columnNames)[number]) {
  return name === "first" || name === "lastSeen" ? ("day" as const) : ("text" as const);
}

function readRows(ids: readonly string[], owners: readonly string[]) {
  const year = Number(new Date(now()).toISOString().slice(0, 4));
  return db()
    .select({
      id: providers.id,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
      postcode: establishments.postcode,
      referent: users.name,
      partner: partnerships.level,
      first: providers.firstSupportOn,
      lastSeen: providers.lastSupportOn,
      contact: sql<string | null>`min(${contacts.name})`,
      email: sql<string | null>`min(${contacts.email})`,
      phone: sql<string | null>`min(${contacts.phone})`,
      siret: providers.siret,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(users, eq(users.id, providers.referentId))
    .leftJoin(
      establishments,
      and(eq(establishments.providerId, providers.id), eq(establishments.isMain, true), isNull(establishments.deletedAt)),
    )
    .leftJoin(partnerships, and(eq(partnerships.providerId, providers.id), eq(partnerships.year, year)))
    .leftJoin(contacts, and(eq(contacts.providerId, providers.id), isNull(contacts.deletedAt), isNull(contacts.endsOn)))
    .where(and(inArray(providers.id, [...ids]), inArray(providers.ownerId, [...owners])))
    .groupBy(providers.id)
    .orderBy(asc(providers.name))
    .all();
}

function lineOf(row: ReturnType<typeof readRows>[number], kindName: (kind: EstablishmentKind) => string): Cell[] {
  return columnNames.map((name) => {
    if (name === "kind") return kindName(row.kind);
    if (name === "phone") return formatPhone(row.phone);
    return row[name];
  });
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, place) => list.slice(place * size, (place + 1) * size));
}
