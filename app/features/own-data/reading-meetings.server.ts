import { formatDuration } from "~/i18n/format";
import { phoneInText } from "~/lib/phone";
import type { ExportedData } from "./export.queries.server";
import { entry, type ReadEntry, type ReadSection } from "./reading.model";
import type { Reader } from "./reading.server";

type Seat = ExportedData["workshops"][number];

/** Seats at workshops with what was answered and attested, then invitations. */
export function readWorkshops(data: ExportedData, reader: Reader): ReadSection {
  const { t, day, at } = reader;
  const invitations = data.invitations.map((invitation) =>
    entry(t("dataReading:invitationTo", { title: invitation.title }), [
      [t("dataReading:when"), day(invitation.heldOn)],
      [t("dataReading:sentTo"), invitation.email],
      [t("dataReading:sentAt"), at(invitation.createdAt)],
      [t("dataReading:reply"), t(`invitations:states.${invitation.answer}`)],
    ]),
  );
  return {
    key: "workshops",
    title: t("dataReading:sections.workshops"),
    entries: [...data.workshops.map((seat) => readSeat(seat, reader)), ...invitations],
  };
}

function readSeat(seat: Seat, { t, day, at }: Reader): ReadEntry {
  const consent = t(seat.picturesConsent ? "dataReading:yes" : "dataReading:no");
  return entry(
    `${day(seat.heldOn)} · ${seat.title}`,
    [
      [t("dataReading:person"), [seat.name, seat.establishment].filter(Boolean).join(", ")],
      [t("records:contact.email"), seat.email],
      [t("records:contact.phone"), phoneInText(seat.phone)],
      [t("dataReading:state"), t(`workshops:people.states.${seat.state}`)],
      [t("dataReading:presence"), seat.presence ? t(`coaching:presence.${seat.presence}`) : ""],
      [t("records:contact.picturesConsentAt"), seat.picturesConsent === null ? "" : consent],
      [t("dataReading:registeredAt"), at(seat.createdAt)],
      ...seat.certificates.map(({ year, number, issuedAt }): [string, string] => [
        t("dataReading:certificate", { number: `${year}-${number}` }),
        at(issuedAt),
      ]),
    ],
    [
      ...seat.answers.map(({ question, answer }): [string, string] => [question, answer]),
      ...seat.opinions.map((opinion): [string, string] => [
        t("dataReading:opinionOf", { day: at(opinion.createdAt) }),
        [
          opinion.usefulness === null ? "" : t("dataReading:usefulness", { count: opinion.usefulness }),
          opinion.deed,
          opinion.comment,
          t(opinion.isQuotable ? "dataReading:quotable" : "dataReading:notQuotable"),
        ]
          .filter(Boolean)
          .join(" · "),
      ]),
    ],
  );
}

/** Appointments, those called off too. */
export function readMeetings(data: ExportedData, { t, at }: Reader): ReadSection {
  const entries = data.appointments.map((meeting) =>
    entry(
      at(meeting.startsAt),
      [
        [t("dataReading:duration"), formatDuration(meeting.durationMinutes)],
        [t("dataReading:channel"), t(`coaching:channels.${meeting.channel}`)],
        [t("dataReading:place"), meeting.place],
        [t("dataReading:state"), t(`appointments:states.${meeting.state}`)],
      ],
      [
        [t("dataReading:subject"), meeting.subject],
        [t("dataReading:cancelReason"), meeting.cancelReason],
      ],
    ),
  );
  return { key: "appointments", title: t("dataReading:sections.appointments"), entries };
}
