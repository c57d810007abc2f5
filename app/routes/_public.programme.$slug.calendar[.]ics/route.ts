import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeProgrammeCalendar } from "~/features/workshops/programme-calendar.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** The programme as a calendar to subscribe to; it names nobody. */
export async function loader({ params }: LoaderFunctionArgs) {
  const body = await answering(() => writeProgrammeCalendar(params.slug ?? ""));
  return download(body, { name: "ateliers.ics", type: "text/calendar" });
}
