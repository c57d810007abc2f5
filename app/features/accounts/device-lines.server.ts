import type { Actor } from "~/access/actor";
import { listDevices } from "~/auth/sessions.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";

/** The devices that a person is signed in on, each with when it was last seen, by the clock of where they work. */
export function describeDevices(actor: Actor, request: Request) {
  const zone = zoneOfActor(actor);
  const t = translator(actor.locale);
  return listDevices(actor, request).map(({ id, device, isHere, lastSeenAt }) => ({
    id,
    device,
    isHere,
    seen: t("accounts:devices.seen", { at: formatInstant(actor.locale, lastSeenAt ?? 0, zone) }),
  }));
}
