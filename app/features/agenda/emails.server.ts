import { config } from "~/config.server";
import type { Letter } from "~/features/accounts/host-mail.commands.server";
import { formatClock, formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";
import type { About, News } from "./tell.server";

interface Reader {
  name: string;
  locale: Locale;
  isStaff: boolean;
}

interface Told {
  news: News;
  before?: { startsAt: number };
}

/** « mardi 12 mars à 14 h »; the zone is named where it is not Paris's. */
export function sayWhen(locale: Locale, when: { startsAt: number; zone: string }): string {
  const day = formatDay(locale, dayIn(when.zone, when.startsAt), "long");
  const text = translator(locale)("appointments:at", { day, hour: formatClock(locale, when.startsAt, when.zone) });
  return when.zone === "Europe/Paris" ? text : `${text} (${zoneName(when.zone)})`;
}

/** « Guadeloupe »: how a zone is named. */
export const zoneName = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

type Named = Pick<About, "row" | "provider" | "facilitator" | "office">;

/** What a calendar shows of an appointment, to the office or to the provider. */
export function calendarWords({ locale, isStaff }: Pick<Reader, "locale" | "isStaff">, about: Named) {
  const t = translator(locale);
  const { row } = about;
  const channel = t(`coaching:channels.${row.channel}`);
  const summary = isStaff
    ? t("appointments:summaryStaff", { name: about.provider, channel })
    : t("appointments:summaryHost", { name: about.facilitator, office: about.office });
  const to = isStaff ? paths.appointment(row.id) : paths.myAppointment(row.id);
  const location = row.place || (row.channel === "visit" ? about.provider : channel);
  return { summary, location, description: row.subject, url: `${config().appUrl}${to}` };
}

/** « Rendez-vous confirmé », « déplacé », « annulé »: what, when, where, with whom, and how to change it. */
export function appointmentLetter(reader: Reader, about: About, { news, before }: Told): Letter {
  const { locale, isStaff } = reader;
  const t = translator(locale);
  const { row } = about;
  const when = sayWhen(locale, row);
  const values = {
    when,
    before: before ? sayWhen(locale, before && { ...row, startsAt: before.startsAt }) : "",
    name: about.provider,
  };
  const whom = isStaff ? about.provider : [about.facilitator, formatPhone(about.facilitatorPhone)].filter(Boolean).join(", ");
  const facts = [
    t("appointments:mail.with", { name: whom }),
    t("appointments:mail.how", { channel: t(`coaching:channels.${row.channel}`), duration: formatDuration(row.durationMinutes) }),
    row.place ? t("appointments:mail.place", { place: row.place }) : "",
    row.subject ? t("appointments:mail.subject", { subject: row.subject }) : "",
    news === "cancelled" && row.cancelReason ? t("appointments:mail.reason", { reason: row.cancelReason }) : "",
  ];
  const to = isStaff ? paths.appointment(row.id) : paths.myAppointment(row.id);
  const button = { label: t("appointments:mail.open"), url: `${config().appUrl}${to}` };
  return {
    subject: t(`appointments:mail.${news}.subject`, values),
    greeting: t("mails:hello", { name: reader.name }),
    paragraphs: [t(`appointments:mail.${news}.intro`, values), facts.filter(Boolean).join("\n")],
    ...(news === "cancelled" ? {} : { button, after: callLine(reader) }),
    foot: [t("appointments:mail.why")],
  };
}

/** Whoever has no account changes it by answering, or by telephone. */
const callLine = ({ locale, isStaff }: Reader): string[] => (isStaff ? [] : [translator(locale)("appointments:mail.call")]);
