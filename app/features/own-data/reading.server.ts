import type { Actor } from "~/access/actor";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatInstant } from "~/i18n/format";
import { type Locale, type Translate, translator, writtenIn } from "~/i18n/translate";
import { type ExportedData, exportProvider } from "./export.queries.server";
import type { ReadSection } from "./reading.model";
import { readCoaching, readPlan } from "./reading-coaching.server";
import { readExchanges, readMails } from "./reading-exchanges.server";
import { readMeetings, readWorkshops } from "./reading-meetings.server";
import { readConsents, readContacts, readRecord } from "./reading-record.server";

/** What turns the data into words of its reader's language. */
export interface Reader {
  locale: Locale;
  t: Translate;
  day: (day: string | null | undefined) => string;
  at: (instant: number | null | undefined) => string;
  theme: (code: string | null) => string;
}

/**
 * All that is kept of a provider as a page to read and print, section by section, from the same data as the file.
 * Throws NotFoundError out of sight.
 */
export function readProvider(actor: Actor, providerId: string, reviewedAt: number | null) {
  const data = exportProvider(actor, providerId, { reviewedAt });
  const reader = readerOf(actor.locale, data.ownerId);
  return { name: data.provider?.name ?? "", madeAt: reader.at(Date.parse(data.madeAt)), sections: sectionsOf(data, reader) };
}

function sectionsOf(data: ExportedData, reader: Reader): ReadSection[] {
  const sections = [
    readRecord(data, reader),
    readContacts(data, reader),
    readConsents(data, reader),
    readCoaching(data, reader),
    readPlan(data, reader),
    readWorkshops(data, reader),
    readMeetings(data, reader),
    readExchanges(data, reader),
    readMails(data, reader),
  ];
  return writtenIn(reader.locale, sections);
}

function readerOf(locale: Locale, ownerId: string): Reader {
  const t = translator(locale);
  const zone = zoneOf(ownerId);
  return {
    locale,
    t,
    day: (day) => (day ? formatDay(locale, day) : ""),
    at: (instant) => (instant ? formatInstant(locale, instant, zone) : ""),
    theme: (code) => (code && isTheme(code) ? t(`themes:${code}.name`) : ""),
  };
}
