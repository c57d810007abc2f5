import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { callerSchema } from "./form";
import { matchRegistration } from "./matching.commands.server";
import { parsePerson, refusedPerson } from "./posted-person.server";
import { getRegistration } from "./queries.server";
import { cancelRegistration, registerCaller } from "./registrations.commands.server";

/** The form for a caller or visitor, sent. */
export async function registerByOffice(actor: Actor, workshop: { id: string; ownerId: string }, fields: FormData) {
  const form = parsePerson(fields, callerSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const source = can(actor, "workshop.hold", workshop) ? ("facilitator" as const) : ("desk" as const);
  const entry = { source, locale: "fr" as const, providerId: null, organisationId: workshop.ownerId };
  try {
    const { state } = registerCaller(actor, authorize(actor, "workshop.register", workshop), { input: form.value, entry });
    const text = translator(actor.locale)(state === "waiting" ? "workshops:people.waiting" : "workshops:people.registered", {
      name: form.value.name,
    });
    return redirectWithToast(paths.workshop(workshop.id), { text, tone: "ok" });
  } catch (error) {
    return invalid(refusedPerson(error, form.reply, actor.locale));
  }
}

/** One tap beside a person: cancel their registration, or say which provider they are. */
export async function actOnRegistration(actor: Actor, fields: FormData) {
  const id = String(fields.get("registrationId") ?? "");
  const t = translator(actor.locale);
  if (fields.get("intent") === "match") {
    const registration = authorize(actor, "workshop.hold", getRegistration(actor, id, "workshop.hold"));
    const match = {
      providerId: String(fields.get("providerId") ?? ""),
      contactId: String(fields.get("contactId") ?? "") || null,
    };
    const name = matchRegistration(actor, registration, match);
    return redirectWithToast(paths.workshop(registration.workshopId), {
      text: t("workshops:people.matched", { name }),
      tone: "ok",
    });
  }
  const registration = getRegistration(actor, id, "workshop.register");
  cancelRegistration(actor, registration);
  const text = t("workshops:people.cancelled", { name: registration.name });
  return redirectWithToast(paths.workshop(registration.workshopId), { text, tone: "ok" });
}
