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

/** The colour of each kind, the same in the grid, its legend and the list. */
export const kindTones: Record<AgendaLine["kind"], string> = {
  appointment: "border-primary text-primary",
  session: "border-ok text-ok",
  workshop: "border-accent text-accent",
  preparation: "border-info text-info",
  absence: "border-muted text-muted",
};
