import { type Locale, translator } from "~/i18n/translate";
import type { Moment } from "./columns.server";
import { placeOf } from "./notices.server";
import { describeParts } from "./when.server";

interface Announced {
  zone: string;
  parts: readonly Pick<Moment, "startsAt" | "endsAt">[];
  place: string;
  placeName: string;
  communeName: string | null;
  videoUrl: string | null;
}

/** What the registered must hear: a new time, place or link, each with what it was. */
export function describeChanges(
  before: Announced,
  after: Announced,
): { isWorthTelling: boolean; lines: Record<Locale, string[]> } {
  const lines = { fr: linesIn("fr", before, after), en: linesIn("en", before, after) };
  return { isWorthTelling: lines.fr.length > 0, lines };
}

function linesIn(locale: Locale, before: Announced, after: Announced): string[] {
  const t = translator(locale);
  const online = t("workshops:places.online");
  const dates = [describeParts(locale, before.parts, before.zone), describeParts(locale, after.parts, after.zone)];
  const places = [before, after].map((one) => (one.place === "online" ? online : placeOf(one)));
  const changed = (texts: readonly (string | undefined)[]): boolean => texts[0] !== texts[1];
  const [from = [], to = []] = dates;
  return [
    changed([from.join("\n"), to.join("\n")])
      ? t("workshopMails:newDate", { before: from.join(t("common:semicolon")), after: to.join(t("common:semicolon")) })
      : "",
    changed(places) ? t("workshopMails:newPlace", { before: places[0] ?? "", after: places[1] ?? "" }) : "",
    changed([before.videoUrl ?? "", after.videoUrl ?? ""]) ? t("workshopMails:newLink") : "",
  ].filter(Boolean);
}
