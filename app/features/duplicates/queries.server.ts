import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { contacts, duplicateAnswers, establishments, providers } from "~/db/schema/providers.server";
import { type Comparable, findLikelyPairs } from "./model";

/** Pairs of one's providers that look like one business and were not answered yet, the surest first; at most 100, unless asked for more. */
export function listLikelyPairs(actor: Actor, most = 100) {
  const rows = readComparables(actor, "provider.merge");
  const owners = [...new Set(rows.map((row) => row.ownerId))];
  const answered = readAnswered(owners);
  const pairs = owners.flatMap((ownerId) => findLikelyPairs(rows.filter((row) => row.ownerId === ownerId)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pairs
    .filter((pair) => !answered.has(`${pair.aId} ${pair.bId}`))
    .slice(0, most)
    .flatMap((pair) => {
      const a = byId.get(pair.aId);
      const b = byId.get(pair.bId);
      return a && b ? [{ a, b, reasons: pair.reasons }] : [];
    });
}

/** Providers of an office that look like the one being typed; at most 5. */
export function findSimilarProviders(
  actor: Actor,
  typed: { officeId: string; name: string; phone?: string | undefined; email?: string | undefined },
) {
  const rows = readComparables(actor, "provider.find").filter((row) => row.ownerId === typed.officeId);
  const probe: Comparable = {
    id: "",
    name: typed.name,
    siret: null,
    inseeCode: null,
    latitude: null,
    longitude: null,
    phones: typed.phone ? [typed.phone] : [],
    emails: typed.email ? [typed.email.toLowerCase()] : [],
  };
  const anywhere = rows.map((row) => ({ ...row, inseeCode: null }));
  const likely = findLikelyPairs([probe, ...anywhere]).filter((pair) => pair.aId === "");
  const byId = new Map(rows.map((row) => [row.id, row]));
  return likely.slice(0, 5).flatMap((pair) => byId.get(pair.bId) ?? []);
}

function readComparables(actor: Actor, permission: Permission) {
  const rows = db()
    .select({
      id: providers.id,
      ownerId: providers.ownerId,
      name: providers.name,
      kind: providers.kind,
      siret: providers.siret,
      inseeCode: providers.inseeCode,
      commune: communes.name,
      lastSupportOn: providers.lastSupportOn,
      latitude: establishments.latitude,
      longitude: establishments.longitude,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .leftJoin(
      establishments,
      and(eq(establishments.providerId, providers.id), eq(establishments.isMain, true), isNull(establishments.deletedAt)),
    )
    .where(and(scope(actor, permission, { ownerId: providers.ownerId }), isNull(providers.deletedAt)))
    .limit(20_000)
    .all();
  const people = readPeople([...new Set(rows.map((row) => row.ownerId))]);
  return rows.map((row) => ({ ...row, emails: people.get(row.id)?.emails ?? [], phones: people.get(row.id)?.phones ?? [] }));
}

function readPeople(ownerIds: readonly string[]) {
  const found = new Map<string, { emails: string[]; phones: string[] }>();
  if (ownerIds.length === 0) return found;
  const rows = db()
    .select({ providerId: contacts.providerId, email: contacts.email, phone: contacts.phone })
    .from(contacts)
    .where(and(inArray(contacts.ownerId, [...ownerIds]), isNull(contacts.deletedAt)))
    .all();
  for (const row of rows) {
    const known = found.get(row.providerId) ?? { emails: [], phones: [] };
    if (row.email) known.emails.push(row.email.toLowerCase());
    if (row.phone) known.phones.push(row.phone);
    found.set(row.providerId, known);
  }
  return found;
}

function readAnswered(ownerIds: readonly string[]): Set<string> {
  if (ownerIds.length === 0) return new Set();
  const rows = db()
    .select({ aId: duplicateAnswers.aId, bId: duplicateAnswers.bId })
    .from(duplicateAnswers)
    .where(inArray(duplicateAnswers.ownerId, [...ownerIds]))
    .all();
  return new Set(rows.map((row) => `${row.aId} ${row.bId}`));
}
