import { type ActionFunctionArgs, json } from "@remix-run/node";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { errorText } from "~/http/form.server";
import { localeOf } from "~/i18n/locale.server";
import { type Locale, translator } from "~/i18n/translate";
import { visitorSchema } from "./form";
import { parsePerson, refusedPerson } from "./posted-person.server";
import { type Registered, registerVisitor } from "./registrations.commands.server";

/** The public form, sent: a seat or a place on the list, told by mail; limited by mailbox and by address. */
export async function registerByVisitor(asked: ActionFunctionArgs, workshop: { id: string; ownerId: string }) {
  const locale = localeOf(asked.request);
  const form = parsePerson(await asked.request.formData(), visitorSchema, locale);
  if (!form.isValid) return json(form.reply, { status: 400 });
  const mailbox = form.value.email.toLowerCase();
  if ((await isLimited("visitorMailbox", mailbox)) || (await isLimited("visitor", asked.context.clientAddress))) {
    return json({ ...form.reply, errors: { "": [errorText(locale, "visitorLimited")] } }, { status: 429 });
  }
  await countAttempt("visitorMailbox", mailbox);
  await countAttempt("visitor", asked.context.clientAddress);
  try {
    return json({ done: doneText(locale, registerVisitor(workshop, form.value, locale), form.value.email) });
  } catch (error) {
    return json(refusedPerson(error, form.reply, locale), { status: 400 });
  }
}

function doneText(locale: Locale, { state }: Registered, email: string) {
  const t = translator(locale);
  const isWaiting = state === "waiting";
  return {
    state,
    title: t(isWaiting ? "programme:done.waiting" : "programme:done.registered"),
    text: t(isWaiting ? "programme:done.waitingMail" : "programme:done.mail", { email }),
  };
}
