import type { z } from "zod";
import { config } from "~/config.server";
import { themeName } from "~/features/coaching/lines";
import { isTheme, themeCodes } from "~/features/themes/model";
import { type Locale, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { formatPhone } from "~/lib/phone";
import { levels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { readQuestions } from "./answers.server";
import { describePoster, seatsText, themesText, whereOf } from "./describe.server";
import type { programmeQuery } from "./form";
import { placeOf } from "./notices.server";
import {
  type CompleteWorkshop,
  getProgramme,
  getPublicWorkshop,
  listProgrammeCommunes,
  listPublicWorkshops,
} from "./public.queries.server";
import { describeParts } from "./when.server";

type Filter = z.output<typeof programmeQuery>;

/** The public programme of a territory or office, with its filters; throws NotFoundError for a word that names none. */
export function readPublicProgramme(locale: Locale, slug: string, filter: Filter) {
  const t = translator(locale);
  const { own, offices } = getProgramme(slug);
  const { rows, next } = listPublicWorkshops(offices, filter);
  return {
    office: own.name,
    heading: t("programme:title", { office: own.name }),
    rows: rows.map((row) => ({
      id: row.id,
      to: paths.publicWorkshop(slug, row.id),
      title: row.title,
      dates: describeParts(locale, row.parts, row.zone),
      context: [
        t(`workshops:formats.${row.format}`),
        whereOf(locale, row),
        themesText(locale, row.themes),
        offices.length > 1 ? row.office : "",
      ]
        .filter(Boolean)
        .join(" · "),
      seats: seatsText(locale, row),
      isCancelled: row.state === "cancelled",
    })),
    next: next === undefined ? undefined : paths.programme(slug, { ...filter, skip: next }),
    filter,
    isFiltered: Boolean(filter.theme || filter.level || filter.commune || filter.office),
    choices: {
      themes: themeCodes.map((code) => ({ value: code, label: themeName(locale, code) })),
      levels: levels.map((code) => ({ value: code, label: t(`workshops:levels.${code}`) })),
      communes: listProgrammeCommunes(offices),
      offices: offices.length > 1 ? offices.map((one) => ({ value: one.slug, label: one.name })) : [],
    },
    contact: { email: own.email, phone: formatPhone(own.phone) },
    to: {
      here: paths.programme(slug),
      calendar: new URL(paths.programmeCalendar(slug), config().appUrl).href,
      image: new URL(paths.programmeShareImage(slug), config().appUrl).href,
      embed: new URL(paths.embeddedProgramme(slug), config().appUrl).href,
    },
  };
}

/** One workshop's public page with its form and its structured data. */
export function readPublicWorkshop(locale: Locale, slug: string, workshopId: string) {
  const { programme, workshop } = getPublicWorkshop(slug, workshopId);
  return {
    poster: describePoster(locale, workshop),
    office: programme.own.name,
    description: `${describeParts(locale, workshop.parts, workshop.zone).join(translator(locale)("common:semicolon"))}. ${whereOf(locale, workshop)}.`,
    questions: readQuestions(workshop.id),
    id: newId(),
    back: paths.programme(slug),
    image: new URL(paths.workshopShareImage(slug, workshop.id), config().appUrl).href,
    structured: structuredData(
      slug,
      workshop,
      programme.offices.find((one) => one.id === workshop.ownerId)?.name ?? programme.own.name,
    ),
  };
}

const statuses = { cancelled: "https://schema.org/EventCancelled", scheduled: "https://schema.org/EventScheduled" };

/** schema.org's EducationEvent: no video link, nobody's name. */
function structuredData(slug: string, workshop: CompleteWorkshop, office: string) {
  const url = new URL(paths.publicWorkshop(slug, workshop.id), config().appUrl).href;
  const isOnline = workshop.place === "online";
  return {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    name: workshop.title,
    description: workshop.description.slice(0, 500),
    startDate: new Date(workshop.startsAt).toISOString(),
    endDate: new Date(workshop.endsAt).toISOString(),
    eventStatus: workshop.state === "cancelled" ? statuses.cancelled : statuses.scheduled,
    eventAttendanceMode: `https://schema.org/${isOnline ? "Online" : "Offline"}EventAttendanceMode`,
    location: isOnline
      ? { "@type": "VirtualLocation", url }
      : { "@type": "Place", name: workshop.placeName || office, address: placeOf(workshop) || office },
    organizer: { "@type": "Organization", name: office },
    inLanguage: workshop.language,
    about: workshop.themes.filter(isTheme).map((theme) => themeName("fr", theme)),
    isAccessibleForFree: !workshop.isPaid,
    url,
    ...(workshop.capacity === null
      ? {}
      : {
          maximumAttendeeCapacity: workshop.capacity,
          remainingAttendeeCapacity: Math.max(workshop.capacity - workshop.seated, 0),
        }),
  };
}
