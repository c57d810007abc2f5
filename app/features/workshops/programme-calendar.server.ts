import { config } from "~/config.server";
import { paths } from "~/paths";
import { writeCalendar } from "./calendar.server";
import { placeOf } from "./notices.server";
import { getProgramme, listPublicWorkshops } from "./public.queries.server";

/** A programme to subscribe to: what is public and to come, cancelled dates told as such. */
export function writeProgrammeCalendar(slug: string): string {
  const { own, offices } = getProgramme(slug);
  const rows = [0, 40, 80, 120, 160].flatMap((skip) => listPublicWorkshops(offices, { skip }).rows);
  return writeCalendar(
    own.name,
    rows.map((row) => ({
      ...row,
      description: row.description.slice(0, 500),
      place: placeOf(row),
      url: new URL(paths.publicWorkshop(slug, row.id), config().appUrl).href,
      isCancelled: row.state === "cancelled",
      organiser: { name: row.office, email: null },
    })),
  );
}
