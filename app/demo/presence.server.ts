import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { establishments } from "~/db/schema/providers.server";
import { channelSchema } from "~/features/providers/channel.form";
import { addChannel } from "~/features/providers/channels.commands.server";
import { establishmentSchema } from "~/features/providers/establishment.form";
import { correctEstablishment } from "~/features/providers/establishments.commands.server";
import { notePartnership } from "~/features/providers/record.commands.server";
import { fold } from "~/lib/fold";
import { newId } from "~/lib/ids";
import type { DemoOffice } from "./places";
import type { Random } from "./random";

interface Seeding {
  random: Random;
  actor: Actor;
  office: { id: string; ownerId: string };
  place: DemoOffice;
  today: string;
}

/** What the offices know of their providers beyond a name: partnership of the year, site, Google profile, networks. */
export function seedPresence(seeding: Seeding, providerIds: readonly string[]): void {
  for (const [place, id] of providerIds.entries()) {
    notePartnerships(seeding, id);
    const main = findMain(id);
    if (!main) continue;
    noteChannels(seeding, id, { main, place });
    notePlace(seeding, id, main);
    noteFinding(seeding, { id, main, place });
  }
}

/** Now and then, something that was looked at: found wanting, or as often a way to book that works. */
function noteFinding({ actor, office, today }: Seeding, { id, main, place }: { id: string; main: Main; place: number }): void {
  const own = authorize(actor, "provider.correct", { id: main.id, ownerId: office.id, providerId: id });
  const faults = [
    { kind: "booking_tool", state: "absent" },
    { kind: "booking_tool", state: "broken", url: `https://reserver.example/${main.id.slice(0, 8)}` },
    { kind: "review_site", state: "dormant", url: `https://avis.example/${main.id.slice(0, 8)}` },
  ];
  const works = { kind: "booking_tool", state: "active", url: `https://reserver.example/${main.id.slice(0, 8)}` };
  const found = place % 4 === 0 ? faults[(place / 4) % faults.length] : place % 4 === 1 ? works : undefined;
  if (found) addChannel(actor, own, { ...channelSchema.parse({ ...found, checkedOn: today }), id: newId() });
}

function notePartnerships({ random, actor, office, today }: Seeding, id: string): void {
  if (random.next() > 0.55) return;
  const provider = authorize(actor, "provider.correct", { id, ownerId: office.id });
  const level = random.pick(["Essentiel", "Essentiel", "Visibilité"] as const);
  const year = Number(today.slice(0, 4));
  for (const back of [0, 1])
    if (back === 0 || random.next() < 0.8) notePartnership(actor, provider, { year: year - back, level });
}

type Main = NonNullable<ReturnType<typeof findMain>>;

function findMain(providerId: string) {
  const { id, name, kind, inseeCode, version } = establishments;
  return db()
    .select({ id, name, kind, inseeCode, version })
    .from(establishments)
    .where(and(eq(establishments.providerId, providerId), eq(establishments.isMain, true)))
    .get();
}

/** Around the town, within two kilometres. */
function notePlace({ random, actor, office, place }: Seeding, providerId: string, main: Main): void {
  const [, commune, latitude, longitude] = place.communes.find(([code]) => code === main.inseeCode) ?? [];
  if (!commune || latitude === undefined || longitude === undefined) return;
  const near = (degrees: number) => (degrees + (random.next() - 0.5) * 0.04).toFixed(5);
  const own = authorize(actor, "provider.correct", { id: main.id, ownerId: office.id, providerId });
  const { name, kind, version } = main;
  const given = { name, kind, version, commune, isMain: true, latitude: near(latitude), longitude: near(longitude) };
  correctEstablishment(actor, own, establishmentSchema.parse(given));
}

function noteChannels(
  { random, actor, office, today }: Seeding,
  providerId: string,
  { main, place: nth }: { main: Main; place: number },
): void {
  const place = authorize(actor, "provider.correct", { id: main.id, ownerId: office.id, providerId });
  const word = fold(main.name).replace(/[^a-z0-9]+/g, "-");
  const known = [
    { share: 0.62, kind: "website", url: `https://${word}.example`, state: "active" },
    // One profile in three is still nobody's.
    nth % 3 === 0
      ? { share: 0.5, kind: "google_profile", url: undefined, state: "to_claim" }
      : { share: 0.5, kind: "google_profile", url: `https://profil.example/${word}`, state: "active" },
    {
      share: 0.35,
      kind: "social",
      service: "facebook",
      url: `https://facebook.example/${word}`,
      state: random.pick(["active", "dormant"] as const),
    },
    { share: 0.2, kind: "marketplace", url: `https://plateforme.example/${word}`, state: "active" },
  ];
  for (const { share, ...channel } of known) {
    if (random.next() > share) continue;
    const id = random.id();
    addChannel(actor, place, { ...channelSchema.parse({ ...channel, checkedOn: today }), id });
  }
}
