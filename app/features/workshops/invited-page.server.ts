import type { ActionFunctionArgs } from "@remix-run/node";
import { config } from "~/config.server";
import { invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { now as clockNow } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { readToken } from "~/lib/signed-token.server";
import { paths } from "~/paths";
import { readQuestions } from "./answers.server";
import { callFromKey, describeBeside, type KeyHolder } from "./beside-page.server";
import { describePoster } from "./describe.server";
import { callerSchema } from "./form";
import { noteAnswer } from "./invitations.commands.server";
import { findInvitation, listInvitations, type OpenedInvitation } from "./invitations.queries.server";
import { parsePerson, refusedPerson } from "./posted-person.server";
import { countPeople, listFacilitators, listParts } from "./queries.server";
import { registerInvited } from "./registrations.commands.server";

/** The invitation that a key names; throws NotFoundError for a key that was never made, or whose workshop is gone. */
export function openInvitation(token: string): OpenedInvitation {
  const [id] = readToken(config().secret, "workshopInvitation", token) ?? [];
  const opened = id ? findInvitation(id) : undefined;
  if (!opened || opened.workshop.state === "draft") throw new NotFoundError("invitation");
  return opened;
}

/** What the invited see: the workshop, the form filled with who they are, and a no. A GET changes nothing. */
export function readInvited(token: string) {
  const opened = openInvitation(token);
  const { invitation, workshop, office, provider, contact } = opened;
  const { locale } = contact;
  const seated = countPeople([workshop.id]).get(workshop.id)?.seated ?? 0;
  const state = listInvitations(workshop.id, office.id).find((one) => one.id === invitation.id)?.state;
  const full = { ...workshop, seated, parts: listParts(workshop.id), facilitators: listFacilitators(workshop.id) };
  const hasEnded = clockNow() >= workshop.startsAt;
  return {
    locale,
    office: office.name,
    contact: { email: office.email, phone: null },
    beside: describeBeside(holderOf(opened)),
    poster: describePoster(locale, full),
    isRegistered: state === "registered",
    hasDeclined: state === "declined",
    isOver: hasEnded,
    questions: readQuestions(workshop.id),
    id: newId(),
    known: hasEnded ? {} : { name: contact.name, establishment: provider.name, email: invitation.email },
  };
}

/** Whom an invitation names, as whoever holds its key. */
function holderOf({ invitation, workshop, provider, contact }: OpenedInvitation): KeyHolder {
  return {
    ...{ key: invitation.id, locale: contact.locale, workshop, providerId: provider.id, contactId: contact.id },
    ...{ name: contact.name, establishment: provider.name, email: invitation.email, phone: contact.phone },
  };
}

/** A yes with the form, or a no; either may follow the other. */
export async function answerInvitation(asked: ActionFunctionArgs) {
  const token = asked.params.token ?? "";
  const opened = openInvitation(token);
  const { locale } = opened.contact;
  const here = paths.workshopInvitation(token);
  const t = translator(locale);
  const fields = await asked.request.formData();
  if (fields.get("intent") === "callback") return callFromKey(holderOf(opened), fields, here);
  if (fields.get("intent") === "decline") {
    noteAnswer(opened, "declined");
    return redirectWithToast(here, { text: t("invited:declined"), tone: "ok" });
  }
  const form = parsePerson(fields, callerSchema, locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const { invitation, workshop, provider } = opened;
    const { providerId, contactId, email, organisationId } = invitation;
    const known = provider.ownerId === organisationId ? { providerId, contactId } : { providerId: null, contactId: null };
    const { state } = registerInvited(workshop, { input: form.value, entry: { locale, email, organisationId, ...known } });
    noteAnswer(opened, "registered");
    const text = t(state === "waiting" ? "programme:done.waitingMail" : "programme:done.mail", { email });
    return redirectWithToast(here, { text, tone: "ok" });
  } catch (error) {
    return invalid(refusedPerson(error, form.reply, locale));
  }
}
