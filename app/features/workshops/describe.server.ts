import { themeName } from "~/features/coaching/lines";
import { isTheme } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { markdownToHtml } from "~/lib/markdown.server";
import { paths } from "~/paths";
import { isOpenState } from "./model";
import { placeOf } from "./notices.server";
import type { listWorkshops } from "./queries.server";
import type { WorkshopRow } from "./seats.server";
import { describeParts, describeSpan } from "./when.server";

type Listed = ReturnType<typeof listWorkshops>["rows"][number];

/** A line of the programme. */
export function describeLine(locale: Locale, row: Listed) {
  const t = translator(locale);
  return {
    id: row.id,
    to: paths.workshop(row.id),
    title: row.title,
    context: [t(`workshops:formats.${row.format}`), whereOf(locale, row), row.office].filter(Boolean).join(" · "),
    day: describeSpan(locale, row, row.zone),
    people: peopleText(locale, row),
    state: row.state,
    stateName: t(`workshops:states.${row.state}`),
  };
}
export type WorkshopLine = ReturnType<typeof describeLine>;

/** « 8 sur 12, 2 en attente ». */
export function peopleText(locale: Locale, row: { capacity: number | null; seated: number; waiting: number }): string {
  const t = translator(locale);
  const seated =
    row.capacity === null
      ? t("workshops:seats.people", { count: row.seated })
      : t("workshops:seats.ofCapacity", { count: row.seated, capacity: row.capacity });
  return row.waiting === 0 ? seated : `${seated}, ${t("workshops:seats.waiting", { count: row.waiting })}`;
}

/** Where it takes place, in words. */
export function whereOf(locale: Locale, row: Pick<WorkshopRow, "place" | "placeName" | "communeName">): string {
  const t = translator(locale);
  if (row.place === "online") return t("workshops:places.online");
  return placeOf(row) || t(`workshops:places.${row.place}`);
}

/** Seats left, as whoever looks reads it. */
export function seatsText(locale: Locale, row: Pick<WorkshopRow, "capacity" | "state"> & { seated: number }): string {
  const t = translator(locale);
  if (row.state === "cancelled") return t("workshops:page.cancelled");
  if (!isOpenState(row.state)) return t("workshops:seats.over");
  if (row.capacity === null) return t("workshops:seats.open");
  const count = row.capacity - row.seated;
  return count > 0 ? t("workshops:seats.free", { count }) : t("workshops:seats.none");
}

/** Whether one may still register now. */
export const isRegistrationOpen = (row: Pick<WorkshopRow, "state" | "startsAt" | "closesMinutes">): boolean =>
  isOpenState(row.state) && now() < row.startsAt - row.closesMinutes * 60_000;

interface Posted extends WorkshopRow {
  seated: number;
  parts: readonly { startsAt: number; endsAt: number }[];
  facilitators: readonly { name: string }[];
}

/** The poster: what anyone may know of a workshop. The video link is not on it. */
export function describePoster(locale: Locale, row: Posted) {
  const t = translator(locale);
  const level = row.level ? t(`workshops:levels.${row.level}`) : "";
  const facts: [string, string][] = [
    [t("workshops:page.place"), whereOf(locale, row)],
    [t("workshops:page.price"), row.price],
    [t("workshops:page.bring"), row.bring],
    [t("workshops:page.themes"), themesText(locale, row.themes)],
    [t("workshops:page.level"), level],
    [t("workshops:page.language"), row.language === "en" ? t("workshops:form.languages.en") : ""],
    [t("workshops:page.facilitators"), row.facilitators.map((one) => one.name).join(", ")],
  ];
  return {
    id: row.id,
    title: row.title,
    format: t(`workshops:formats.${row.format}`),
    state: row.state,
    stateName: t(`workshops:states.${row.state}`),
    dates: describeParts(locale, row.parts, row.zone),
    day: formatDay(locale, row.heldOn, "spoken"),
    seats: seatsText(locale, row),
    minimum: row.minimum && isOpenState(row.state) ? t("workshops:seats.minimum", { count: row.minimum }) : "",
    description: markdownToHtml(row.description),
    facts: facts.filter(([, text]) => text !== ""),
    isOpen: isRegistrationOpen(row),
    isFull: row.state === "full",
    isCancelled: row.state === "cancelled",
    cancelReason: row.cancelReason ?? "",
  };
}
export type Poster = ReturnType<typeof describePoster>;

/** The same for whoever has a seat: how many are left, or that none is, would read as if theirs were in doubt. */
export const seatedPoster = (poster: Poster): Poster => ({
  ...poster,
  seats: "",
  state: poster.state === "full" ? "published" : poster.state,
});

export function themesText(locale: Locale, themes: readonly string[]): string {
  return themes.flatMap((theme) => (isTheme(theme) ? [themeName(locale, theme)] : [])).join(", ");
}
