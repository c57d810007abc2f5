import type { IconName } from "~/ui/icon-names";
import type { AgendaLine } from "../lines.server";

/** What tells the kinds of the agenda apart, beside their word. */
export const kindIcons: Record<AgendaLine["kind"], IconName> = {
  appointment: "calendar-check",
  session: "message-circle",
  workshop: "presentation",
  preparation: "pencil-line",
  absence: "octagon-pause",
};
