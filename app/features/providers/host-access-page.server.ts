import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import type { contacts } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { closeHostAccess, openHostAccess } from "./host-access.commands.server";
import { findHostAccess } from "./host-access.queries.server";

type Contact = Authorized<typeof contacts.$inferSelect, "provider.correct">;

export interface HostAccessData {
  state: "open" | "closed" | "impossible";
  text: string;
}

/** Whether a contact comes into the provider's space, in words. */
export function describeHostAccess(actor: Actor, contact: Contact): HostAccessData {
  const t = translator(actor.locale);
  const today = dayAt(contact.ownerId, now());
  const access = findHostAccess(contact, today);
  if (access) {
    const day = formatDay(actor.locale, access.startsOn);
    return { state: "open", text: t("records:access.open", { day, email: contact.email ?? "" }) };
  }
  if (!contact.email) return { state: "impossible", text: t("records:access.noMail") };
  return { state: "closed", text: t("records:access.closed", { email: contact.email }) };
}

/** Opens or closes it, and answers what to say; undefined for another intent. */
export function changeHostAccess(actor: Actor, contact: Contact, intent: FormDataEntryValue | null): string | undefined {
  const t = translator(actor.locale);
  if (intent === "open-access") {
    openHostAccess(actor, contact);
    return t("records:access.opened", { name: contact.name });
  }
  if (intent !== "close-access") return undefined;
  closeHostAccess(actor, contact);
  return t("records:access.ended", { name: contact.name });
}
