import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { type DeskOffice, type getDesk, getDeskRegistration } from "./desk.queries.server";
import { callerSchema, type PersonInput } from "./form";
import { matchRegistration } from "./matching.commands.server";
import { parsePerson, refusedPerson } from "./posted-person.server";
import { cancelRegistration, registerCaller, registerGuest } from "./registrations.commands.server";

/** The form for a caller or visitor, sent: counted by the office chosen among the desk's, the first where none is. */
export async function registerByOffice(actor: Actor, { workshop, offices, first }: Desk, fields: FormData) {
  const form = parsePerson(fields, callerSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const office = offices.find((one) => one.id === fields.get("officeId")) ?? first;
  try {
    const { state } = registerAt(actor, office, { workshop, input: form.value });
    const text = translator(actor.locale)(state === "waiting" ? "workshops:people.waiting" : "workshops:people.registered", {
      name: form.value.name,
    });
    return redirectWithToast(paths.workshop(workshop.id), { text, tone: "ok" });
  } catch (error) {
    return invalid(refusedPerson(error, form.reply, actor.locale));
  }
}

type Desk = ReturnType<typeof getDesk>;

function registerAt(actor: Actor, office: DeskOffice, { workshop, input }: { workshop: Desk["workshop"]; input: PersonInput }) {
  const source = can(actor, "workshop.hold", office) ? ("facilitator" as const) : ("desk" as const);
  const entry = { source, locale: "fr" as const, providerId: null };
  if (office.isGuest) return registerGuest(actor, authorize(actor, "workshop.registerGuest", office), { workshop, input, entry });
  const own = authorize(actor, "workshop.register", workshop);
  return registerCaller(actor, own, { input, entry: { ...entry, organisationId: office.id } });
}

/** One tap beside a person: cancel their registration, or say which provider they are. */
export async function actOnRegistration(actor: Actor, fields: FormData) {
  const t = translator(actor.locale);
  const row = getDeskRegistration(actor, String(fields.get("registrationId") ?? ""));
  if (fields.get("intent") === "match") {
    // A session that is written is its owner's to correct.
    if (row.isGuest && row.workshopState === "held") throw new NotFoundError("registration");
    const match = {
      providerId: String(fields.get("providerId") ?? ""),
      contactId: String(fields.get("contactId") ?? "") || null,
    };
    const name = matchRegistration(actor, authorize(actor, "workshop.hold", row), match);
    return redirectWithToast(paths.workshop(row.workshopId), { text: t("workshops:people.matched", { name }), tone: "ok" });
  }
  cancelRegistration(actor, row, { officeId: row.ownerId, userId: actor.userId });
  const text = t("workshops:people.cancelled", { name: row.name });
  return redirectWithToast(paths.workshop(row.workshopId), { text, tone: "ok" });
}
