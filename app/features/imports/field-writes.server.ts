import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { channels, establishmentLabels, establishmentNames, establishments, providers } from "~/db/schema/providers.server";
import { findCommune } from "~/features/organisations/communes.queries.server";
import { decodeLabel, decodeList, encodeLabel, isListField } from "~/features/providers/source-fields.model";
import { newId } from "~/lib/ids";
import { establishmentKinds } from "~/lib/vocabulary";
import { type ContactChanges, noContactChanges, type Target, writeContacts } from "./contact-writes.server";

export interface FieldWrite {
  field: string;
  value: string | null;
  /** What this source gave before: the part of a list that may go. */
  last: string | null | undefined;
  current: string | null;
}

/** Writes source values into an establishment, its channels, labels, and its provider's contacts. */
export function writeFields(target: Target, writes: readonly FieldWrite[]): void {
  writeColumns(target, writes);
  const people = noContactChanges();
  for (const write of writes) {
    if (isPeopleField(write.field)) people[write.field] = changeOf(write);
    else if (write.field === "siret") setSiret(target.providerId, write.value);
    else if (write.field === "labels") writeLabels(target.establishmentId, changeOf(write));
    else writeChannel(target, write);
  }
  if (Object.values(people).some(({ add, remove }) => add.length + remove.length > 0)) writeContacts(target, people);
}

function writeColumns(target: Target, writes: readonly FieldWrite[]): void {
  const columns = Object.assign({}, ...writes.map(columnOf));
  if (Object.keys(columns).length === 0) return;
  const name = writes.find((write) => write.field === "name")?.value;
  if (name) keepFormerName(target, name);
  db()
    .update(establishments)
    .set({ ...columns, version: sql`${establishments.version} + 1` })
    .where(eq(establishments.id, target.establishmentId))
    .run();
}

const isPeopleField = (field: string): field is keyof ContactChanges => field !== "labels" && isListField(field);

function changeOf({ value, last, current }: FieldWrite) {
  const [wanted, present, given] = [decodeList(value), decodeList(current), decodeList(last)];
  return {
    add: wanted.filter((one) => !present.includes(one)),
    remove: given.filter((one) => !wanted.includes(one) && present.includes(one)),
  };
}

type Columns = Record<string, string | number | null | undefined>;
const number =
  (column: string) =>
  (value: string | null): Columns => ({ [column]: value === null ? null : Number(value) });
const text =
  (column: string) =>
  (value: string | null): Columns => ({ [column]: value });
const columnWriters: Record<string, (value: string | null) => Columns> = {
  name: (value) => (value ? { name: value } : {}),
  kind: (value) => (establishmentKinds.some((kind) => kind === value) ? { kind: value } : {}),
  street: text("street"),
  postcode: text("postcode"),
  communeName: text("communeName"),
  inseeCode: (value) => ({ inseeCode: value, communeName: (value && findCommune({ inseeCode: value })?.name) || null }),
  latitude: number("latitude"),
  longitude: number("longitude"),
  capacity: number("capacity"),
};

/** The columns of `establishments` that a field fills, if it does. */
const columnOf = ({ field, value }: FieldWrite): Columns => columnWriters[field]?.(value) ?? {};

/** The old name stays searchable; a provider of one establishment takes the new one with it. */
function keepFormerName({ establishmentId, providerId }: Target, name: string): void {
  const row = db().select({ name: establishments.name }).from(establishments).where(eq(establishments.id, establishmentId)).get();
  if (!row || row.name === name) return;
  db().insert(establishmentNames).values({ id: newId(), establishmentId, name: row.name }).run();
  db()
    .update(providers)
    .set({ name })
    .where(and(eq(providers.id, providerId), eq(providers.name, row.name)))
    .run();
}

function setSiret(providerId: string, siret: string | null): void {
  db().update(providers).set({ siret }).where(eq(providers.id, providerId)).run();
}

function writeLabels(establishmentId: string, { add, remove }: { add: string[]; remove: string[] }): void {
  const rows = db().select().from(establishmentLabels).where(eq(establishmentLabels.establishmentId, establishmentId)).all();
  for (const row of rows) {
    if (remove.includes(encodeLabel(row))) db().delete(establishmentLabels).where(eq(establishmentLabels.id, row.id)).run();
  }
  for (const text of add) {
    db()
      .insert(establishmentLabels)
      .values({ id: newId(), establishmentId, ...decodeLabel(text) })
      .run();
  }
}

/** Services whose pages are reviews or a map rather than a shop. */
const reviewSites = ["tripadvisor", "yelp"];

function channelOf(field: string) {
  if (field === "website") return { kind: "website" as const, service: null };
  if (field === "bookingUrl") return { kind: "booking_tool" as const, service: null };
  const [area, service] = field.split(".");
  if (!service) return undefined;
  if (area === "social") return { kind: "social" as const, service };
  if (service === "google") return { kind: "google_profile" as const, service };
  return { kind: reviewSites.includes(service) ? ("review_site" as const) : ("marketplace" as const), service };
}

function writeChannel({ establishmentId, at }: Target, { field, value, current }: FieldWrite): void {
  const channel = channelOf(field);
  if (!channel) return;
  const same = and(
    eq(channels.establishmentId, establishmentId),
    eq(channels.kind, channel.kind),
    channel.service ? eq(channels.service, channel.service) : isNull(channels.service),
    current === null ? undefined : eq(channels.url, current),
  );
  if (value === null) db().delete(channels).where(same).run();
  else if (current !== null) db().update(channels).set({ url: value, state: "unknown", checkedOn: null }).where(same).run();
  else
    db()
      .insert(channels)
      .values({ id: newId(), establishmentId, ...channel, url: value, createdAt: at })
      .run();
}
