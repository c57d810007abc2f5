import { asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { partnerships } from "~/db/schema/providers.server";
import { listEstablishmentRecords } from "~/features/providers/establishments.queries.server";
import { languageName } from "~/features/providers/languages.model";
import type { getProvider } from "~/features/providers/queries.server";
import { formatDay, formatNumber } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { type MergeField, placeFields, providerFields } from "./merge.model";

type Provider = ReturnType<typeof getProvider>;
type Place = ReturnType<typeof listEstablishmentRecords>[number];
type Words = Partial<Record<MergeField, string>>;

export interface MergeQuestion {
  name: MergeField;
  kept: string;
  other: string;
  /** The side ticked at first: the survivor's, or the one that has a value. */
  side: "kept" | "other";
}

/**
 * What two records to be made one say differently, in words: a choice for each field. Fields alike are not asked;
 * those of the main establishments are only when the two are the same one.
 */
export function describeMerge(actor: Actor, pair: readonly [Provider, Provider], isSame: boolean): MergeQuestion[] {
  const [kept, other] = pair.map(
    (provider): Words => ({
      ...providerWords(provider),
      ...(isSame ? placeWords(actor, provider) : {}),
    }),
  );
  return fieldsOf(isSame).flatMap((name) => {
    const [one = "", two = ""] = [kept?.[name], other?.[name]];
    return one === two ? [] : [{ name, kept: one, other: two, side: one === "" ? ("other" as const) : ("kept" as const) }];
  });
}

const fieldsOf = (isSame: boolean): readonly MergeField[] => (isSame ? [...providerFields, ...placeFields] : providerFields);

function providerWords(provider: Provider): Words {
  const years = db()
    .select({ year: partnerships.year, level: partnerships.level })
    .from(partnerships)
    .where(eq(partnerships.providerId, provider.id))
    .orderBy(asc(partnerships.year))
    .all();
  return {
    name: provider.name,
    siret: provider.siret ?? "",
    referent: provider.referent ?? "",
    partnership: years.map(({ year, level }) => `${year} · ${level}`).join(", "),
  };
}

function placeWords(actor: Actor, provider: Provider): Words {
  const place = listEstablishmentRecords(actor, provider.id).find((one) => one.isMain);
  return place ? wordsOf(actor.locale, place) : {};
}

function wordsOf(locale: Locale, place: Place): Words {
  const t = translator(locale);
  const month = (number: number) => formatDay(locale, `2026-${String(number).padStart(2, "0")}-15`, "monthOnly");
  const spot = place.latitude === null ? "" : `${place.latitude}, ${place.longitude}`;
  return {
    kind: t(`kinds:${place.kind}`),
    address: [place.street, [place.postcode, place.commune ?? place.communeName].filter(Boolean).join(" "), spot]
      .filter(Boolean)
      .join(", "),
    capacity: place.capacity === null ? "" : formatNumber(locale, place.capacity),
    registrationNumber: place.registrationNumber ?? "",
    openingMonths: place.openingMonths.map(month).join(", "),
    languages: place.languages.map((code) => languageName(locale, code)).join(", "),
  };
}
