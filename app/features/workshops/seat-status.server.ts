import { formatInstant } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import type { RegistrationState } from "~/lib/vocabulary";
import { rankOf } from "./public.queries.server";

interface Seat {
  workshopId: string;
  position: number;
  state: RegistrationState;
  offerExpiresAt: number | null;
}

/** What became of a registration, to whoever it is of: a seat, a rank, until when a seat is offered in the workshop's zone. */
export function seatStatus(locale: Locale, seat: Seat, zone: string): string {
  const t = translator(locale);
  switch (seat.state) {
    case "waiting":
      return t("programme:manage.waiting", { rank: rankOf(seat) });
    case "offered":
      return t("programme:manage.offered", { until: formatInstant(locale, seat.offerExpiresAt ?? 0, zone) });
    default:
      return t(`programme:manage.${seat.state}`);
  }
}
