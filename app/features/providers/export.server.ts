import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canSomewhere, ownersWhere } from "~/access/can";
import { audit } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, establishments, partnerships, providers } from "~/db/schema/providers.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import type { Cell } from "~/lib/csv";
import { ForbiddenError } from "~/lib/errors";
import { type ExportedTable, inParts } from "~/lib/exported-table.server";
import { formatPhone } from "~/lib/phone";
import type { EstablishmentKind } from "~/lib/vocabulary";
import type { Sheet } from "~/lib/xlsx.server";
import { describeProviderQuery } from "./describe-filter.server";
import { type ProviderQuery, readProviderFilter } from "./filter.server";
import { listProviderIds } from "./list.queries.server";

/** More than any network knows. */
const limit = 1_000_000;
const rowsAtOnce = 250;
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

/**
 * The providers of the address's filter as a file, in the reader's language; rows are read as they leave.
 * Throws ForbiddenError; the audit says when it leaves.
 */
export function exportProviders(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "provider.export")) throw new ForbiddenError("provider.export");
  const t = translator(actor.locale);
  const { asked, filter } = readProviderFilter(actor, request);
  const allowed = ownersWhere(actor, "provider.export");
  const ids = listProviderIds(actor, filter, limit);
  const ownerId = allowed[0] ?? null;
  const detail = JSON.stringify({ rows: ids.length, asked });
  const columns = columnNames.map((name) => ({ title: t(`providers:export.${name}`), ...shapeOf(name) }));
  const lines = () => inParts(ids, rowsAtOnce, (part) => linesOf(actor, part, allowed));
  return {
    name: t("providers:title"),
    total: ids.length,
    note: () => audit(actor.userId, { command: "provider.export", subjectId: "", ownerId, detail, at: now() }),
    csv: () => ({ head: columns.map((column) => column.title), rows: lines() }),
    sheets: () => [
      { name: t("providers:title"), columns, rows: lines() },
      definitionSheet(actor),
      { name: t("providers:file.filters"), ...askedSheet(actor, asked) },
    ],
  };
}

function linesOf(actor: Actor, ids: readonly string[], owners: readonly string[]): Cell[][] {
  const t = translator(actor.locale);
  const rows = new Map(readRows(ids, owners).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [lineOf(row, (kind) => t(`kinds:${kind}`))] : [];
  });
}

function definitionSheet({ locale }: Actor): Sheet {
  const t = translator(locale);
  const terms = ["first", "lastSeen", "partner", "contact"] as const;
  return {
    name: t("providers:file.definitions"),
    columns: [
      { title: t("providers:file.column"), width: 28 },
      { title: t("providers:file.meaning"), width: 100 },
    ],
    rows: terms.map((term) => [t(`providers:export.${term}`), t(`providers:file.meanings.${term}`)]),
  };
}

/** What the file was asked with, when, by whom. */
function askedSheet(actor: Actor, asked: ProviderQuery): Omit<Sheet, "name"> {
  const t = translator(actor.locale);
  const set = describeProviderQuery(actor, asked);
  return {
    columns: [
      { title: t("providers:file.filter"), width: 28 },
      { title: t("providers:file.value"), width: 60 },
    ],
    rows: [
      [t("providers:file.made"), formatInstant(actor.locale, now(), zoneOfActor(actor))],
      [t("providers:file.by"), actor.name],
      ...set,
    ],
  };
}

function shapeOf(name: (typeof columnNames)[number]): { type: "day" | "text"; width: number } {
  return { type: typeOf(name), width: name === "name" ? 36 : 22 };
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
    .all();
}

function lineOf(row: ReturnType<typeof readRows>[number], kindName: (kind: EstablishmentKind) => string): Cell[] {
  return columnNames.map((name) => {
    if (name === "kind") return kindName(row.kind);
    if (name === "phone") return formatPhone(row.phone);
    return row[name];
  });
}
