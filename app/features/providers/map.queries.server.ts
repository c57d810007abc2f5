import { and, avg, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { establishments } from "~/db/schema/providers.server";
import { listOutlines } from "~/features/organisations/outlines.queries.server";
import { type Locale, translator } from "~/i18n/translate";
import { drawMap, type MapArea } from "~/lib/commune-map.server";

/**
 * The map of communes for these offices: their outlines, else the mean place (degrees) of a commune's
 * establishments, with what its shades say; null where nothing has a place.
 */
export function mapCommunes(actor: Actor, areas: readonly MapArea[], owners: readonly string[]) {
  const map = drawMap(areas, { outlines: listOutlines(owners), places: listMeanPlaces(owners) });
  return map ? { map, legend: describeLegend(actor.locale) } : null;
}

const shades = ["none", "first", "second", "third", "fourth"] as const;

function describeLegend(locale: Locale) {
  const t = translator(locale);
  return shades.map((shade, place) => ({ level: place + 1, text: t(`providers:communes.shades.${shade}`) }));
}

function listMeanPlaces(owners: readonly string[]) {
  const { ownerId, inseeCode, latitude, longitude, deletedAt } = establishments;
  const rows = db()
    .select({ inseeCode, latitude: avg(latitude).mapWith(Number), longitude: avg(longitude).mapWith(Number) })
    .from(establishments)
    .where(and(inArray(ownerId, [...owners]), isNull(deletedAt), isNotNull(inseeCode), isNotNull(latitude), isNotNull(longitude)))
    .groupBy(inseeCode)
    .limit(2000)
    .all();
  return rows.map((row) => ({ inseeCode: row.inseeCode ?? "", latitude: row.latitude ?? 0, longitude: row.longitude ?? 0 }));
}
