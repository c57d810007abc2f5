import type { Actor } from "~/access/actor";
import { errorText } from "~/http/form.server";
import { notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { listOwnRegistrations } from "./public.queries.server";
import { acceptOffer, cancelRegistration } from "./registrations.commands.server";

/** A host takes an offered seat, or gives theirs back; another's registration is not found. */
export async function actOnOwnRegistration(actor: Actor, fields: FormData, here: string) {
  const id = String(fields.get("registrationId") ?? "");
  const own = listOwnRegistrations(actor).find((one) => one.registration.id === id)?.registration;
  if (!own) throw notFound();
  const t = translator(actor.locale);
  try {
    if (fields.get("intent") === "accept") {
      acceptOffer(actor, own);
      return redirectWithToast(here, { text: t("programme:manage.taken"), tone: "ok" });
    }
    cancelRegistration(actor, own);
    return redirectWithToast(here, { text: t("programme:manage.cancelled"), tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(here, { text: errorText(actor.locale, error.key), tone: "warn" });
  }
}
