import { type ActionFunctionArgs, json } from "@remix-run/node";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { errorText, parseFields } from "~/http/form.server";
import { localeOf } from "~/i18n/locale.server";
import { type Locale, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import type { RegistrationState } from "~/lib/vocabulary";
import { resendSchema, visitorSchema } from "./form";
import { parsePerson, refusedPerson } from "./posted-person.server";
import { registerVisitor, sendLinkAgain } from "./registrations.commands.server";

type Seat = { id: string; ownerId: string };

/** What a visitor posts from a workshop's page: the form, or the wish to find their registration again. */
export async function actOnPublicWorkshop(asked: ActionFunctionArgs, workshop: Seat & { isFull: boolean }) {
  const fields = await asked.request.formData();
  return fields.get("intent") === "resend"
    ? resendByVisitor(asked, workshop, fields)
    : registerByVisitor(asked, workshop, fields);
}

/** The public form, sent: a seat or a place on the list, told by mail; limited by mailbox and by address. */
async function registerByVisitor(asked: ActionFunctionArgs, workshop: Seat & { isFull: boolean }, fields: FormData) {
  const locale = localeOf(asked.request);
  const form = parsePerson(fields, visitorSchema, locale);
  if (!form.isValid) return json(form.reply, { status: 400 });
  const mailbox = form.value.email.toLowerCase();
  if ((await isLimited("visitorMailbox", mailbox)) || (await isLimited("visitor", asked.context.clientAddress))) {
    return json({ ...form.reply, errors: { "": [errorText(locale, "visitorLimited")] } }, { status: 429 });
  }
  await countAttempt("visitorMailbox", mailbox);
  await countAttempt("visitor", asked.context.clientAddress);
  try {
    return json({ done: doneText(locale, registerVisitor(workshop, form.value, locale).state, form.value.email) });
  } catch (error) {
    if (!(error instanceof RuleError && error.key === "alreadyRegistered"))
      return json(refusedPerson(error, form.reply, locale), { status: 400 });
    // Whether a mailbox is known is told to that mailbox alone: the page answers as to anybody.
    sendLinkAgain(workshop, mailbox, locale);
    return json({ done: doneText(locale, workshop.isFull ? "waiting" : "registered", form.value.email) });
  }
}

/** Their link again, by mail; the answer is the same for a mailbox that is not known. */
async function resendByVisitor(asked: ActionFunctionArgs, workshop: Seat, fields: FormData) {
  const locale = localeOf(asked.request);
  const form = parseFields(fields, resendSchema, locale);
  const typed = String(fields.get("mailbox") ?? "");
  if (!form.isValid) return json({ resend: { errors: form.reply.errors, typed } }, { status: 400 });
  const mailbox = form.value.mailbox.toLowerCase();
  if (await isLimited("visitor", asked.context.clientAddress)) {
    return json({ resend: { errors: { mailbox: [errorText(locale, "visitorLimited")] }, typed } }, { status: 429 });
  }
  await countAttempt("visitor", asked.context.clientAddress);
  if (!(await isLimited("visitorMailbox", mailbox))) {
    await countAttempt("visitorMailbox", mailbox);
    sendLinkAgain(workshop, mailbox, locale);
  }
  const t = translator(locale);
  return json({ done: { title: t("programme:resend.sent"), text: t("programme:resend.text", { email: typed }) } });
}

function doneText(locale: Locale, state: RegistrationState, email: string) {
  const t = translator(locale);
  const isWaiting = state === "waiting";
  return {
    state,
    title: t(isWaiting ? "programme:done.waiting" : "programme:done.registered"),
    text: t(isWaiting ? "programme:done.waitingMail" : "programme:done.mail", { email }),
  };
}
