import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import {
  channels,
  contacts,
  establishmentLabels,
  establishmentSourceValues,
  establishments,
  providers,
} from "~/db/schema/providers.server";
import { encodeLabel, encodeList, type SourceValues } from "./source-fields.model";

/** Which field of a source a channel fills; undefined for one that no source gives. */
export function channelField(kind: string, service: string | null): string | undefined {
  if (kind === "website") return "website";
  if (kind === "booking_tool") return "bookingUrl";
  if (kind === "social") return service ? `social.${service}` : undefined;
  return service ? `marketplace.${service}` : undefined;
}

/** What an establishment holds today in each field that a source may fill; undefined when it does not exist. */
export function readCurrentValues(establishmentId: string): SourceValues | undefined {
  const row = db()
    .select({ establishment: establishments, siret: providers.siret })
    .from(establishments)
    .innerJoin(providers, eq(providers.id, establishments.providerId))
    .where(eq(establishments.id, establishmentId))
    .get();
  if (!row) return undefined;
  const { establishment } = row;
  const text = (value: number | null) => (value === null ? null : String(value));
  return new Map<string, string | null>([
    ["name", establishment.name],
    ["kind", establishment.kind],
    ["street", establishment.street],
    ["postcode", establishment.postcode],
    ["inseeCode", establishment.inseeCode],
    ["communeName", establishment.communeName],
    ["latitude", text(establishment.latitude)],
    ["longitude", text(establishment.longitude)],
    ["capacity", text(establishment.capacity)],
    ["siret", row.siret],
    ...readChannels(establishmentId),
    ...readPeople(establishment.providerId),
    ["labels", encodeList(readLabels(establishmentId))],
  ]);
}

/** What one source gave last for each field of an establishment. */
export function readSourceValues(establishmentId: string, source: string): SourceValues {
  const rows = db()
    .select({ field: establishmentSourceValues.field, value: establishmentSourceValues.value })
    .from(establishmentSourceValues)
    .where(and(eq(establishmentSourceValues.establishmentId, establishmentId), eq(establishmentSourceValues.source, source)))
    .all();
  return new Map(rows.map(({ field, value }) => [field, value]));
}

function readChannels(establishmentId: string): [string, string | null][] {
  const rows = db()
    .select({ kind: channels.kind, service: channels.service, url: channels.url })
    .from(channels)
    .where(eq(channels.establishmentId, establishmentId))
    .orderBy(asc(channels.createdAt), asc(channels.id))
    .all();
  const values = new Map<string, string | null>();
  for (const { kind, service, url } of rows) {
    const field = channelField(kind, service);
    if (field && !values.get(field)) values.set(field, url);
  }
  return [...values];
}

function readPeople(providerId: string): [string, string | null][] {
  const rows = db()
    .select({ name: contacts.name, email: contacts.email, phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.providerId, providerId), isNull(contacts.deletedAt)))
    .all();
  const present = (values: (string | null)[]) => encodeList(values.filter((value) => value !== null));
  return [
    ["phones", present(rows.map((row) => row.phone))],
    ["emails", present(rows.map((row) => row.email))],
    ["contactName", present(rows.map((row) => row.name))],
  ];
}

function readLabels(establishmentId: string): string[] {
  return db()
    .select({ label: establishmentLabels.label, rating: establishmentLabels.rating })
    .from(establishmentLabels)
    .where(eq(establishmentLabels.establishmentId, establishmentId))
    .all()
    .map(encodeLabel);
}
