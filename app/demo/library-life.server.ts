import { and, asc, eq, isNull } from "drizzle-orm";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { collectionSchema } from "~/features/resources/collection.form";
import { changeCollection, makeCollection } from "~/features/resources/collections.commands.server";
import { rereadResource } from "~/features/resources/review.commands.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Seeding } from "./library.server";

/** A collection that anybody reads, one for the office's hosts, and what comes to its end. */
export function seedLibraryLife({ random, actor, office, today }: Seeding): void {
  const own = listOwn(office.id);
  const writing = authorize(actor, "resource.write", office);
  const make = (given: { title: string; summary: string; visibility: string }, ids: readonly string[]) => {
    const input = collectionSchema.parse({ id: random.id(), ...given });
    makeCollection(actor, writing, input);
    const held = authorize(actor, "resource.edit", { id: input.id, ownerId: office.id });
    for (const resource of ids) changeCollection(actor, held, { intent: "add", resource });
  };
  setClock(() => Date.parse(`${addDays(today, -20)}T09:00:00Z`));
  const shown = own.filter((row) => row.visibility === "public").map((row) => row.id);
  const kept = own.filter((row) => row.visibility === "network").map((row) => row.id);
  make(
    {
      title: "Nos sites utiles",
      summary: "Les adresses officielles que nous donnons le plus souvent.",
      visibility: "public",
    },
    [...shown.slice(0, 4), ...kept.slice(0, 1)],
  );
  make({ title: "Avant de déclarer son meublé", summary: "À lire dans l’ordre.", visibility: "office" }, kept.slice(1, 5));
  for (const [number, days] of [-30, 12, 45].entries()) {
    const row = own[number + 5];
    if (!row) continue;
    const read = { reviewedOn: addDays(today, -300), expiresOn: addDays(today, days) };
    rereadResource(actor, authorize(actor, "resource.edit", { id: row.id, ownerId: office.id }), read);
  }
}

function listOwn(ownerId: string) {
  const mine = and(eq(resources.ownerId, ownerId), isNull(resources.deletedAt), eq(resources.state, "published"));
  const { id, visibility } = resources;
  return db().select({ id, visibility }).from(resources).where(mine).orderBy(asc(resources.number)).limit(60).all();
}
