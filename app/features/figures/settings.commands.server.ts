import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { type OwnOffice, saveSettings } from "~/features/organisations/settings.commands.server";
import { resummariseOffice } from "./commands.server";

/** Saves an office's settings with the figures that follow the limit of a short advice. Throws ConflictError, ForbiddenError. */
export function changeSettings(actor: Actor, office: OwnOffice, input: Parameters<typeof saveSettings>[2]): void {
  const command = { name: "figures.followSettings", id: office.id, input, ownerId: office.id, isOnce: false };
  run(actor, command, () => {
    if (saveSettings(actor, office, input).isLimitMoved) resummariseOffice(office.id);
  });
}
