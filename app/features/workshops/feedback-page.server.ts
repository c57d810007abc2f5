import { type ActionFunctionArgs, json } from "@remix-run/node";
import { parseFields, ruleReply } from "~/http/form.server";
import { invalid } from "~/http/responses.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { callFromKey, describeBeside, holderOf } from "./beside-page.server";
import { giveFeedback, hasGiven, type Moment } from "./feedback.commands.server";
import { feedbackSchema } from "./feedback.form";
import { getByLink } from "./public.queries.server";

/** The workshop that a feedback key is about, and whether its time is over; throws NotFoundError for one that never was. */
function openKey(token: string) {
  for (const moment of ["end", "later"] as const) {
    const opened = tryKey(token, moment);
    if (opened) return { ...opened, moment };
  }
  throw new NotFoundError("feedback");
}

function tryKey(token: string, moment: Moment) {
  try {
    return getByLink(token, `feedback_${moment}`);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** The form of the moment, thanks for an answer already given, or that it is too late to give one. */
export function readFeedbackForm(token: string) {
  const opened = openKey(token);
  const { registration, workshop, office, moment } = opened;
  const { locale } = registration;
  return {
    id: newId(),
    locale,
    office: office.name,
    contact: { email: office.email, phone: null },
    beside: describeBeside(holderOf(opened)),
    isLater: moment === "later",
    over: hasGiven(registration.id, moment) ? ("again" as const) : opened.isSpent ? ("spent" as const) : null,
    intro: translator(locale)("programme:feedback.intro", {
      title: workshop.title,
      day: formatDay(locale, workshop.heldOn, "spoken"),
    }),
  };
}

export async function receiveFeedback(asked: ActionFunctionArgs) {
  const token = asked.params.token ?? "";
  const opened = openKey(token);
  const { registration, workshop, moment } = opened;
  const fields = await asked.request.formData();
  if (fields.get("intent") === "callback") return callFromKey(holderOf(opened), fields, paths.workshopFeedback(token));
  if (opened.isSpent) throw new NotFoundError("feedback");
  const form = parseFields(fields, feedbackSchema, registration.locale);
  if (!form.isValid) return invalid({ ...form.reply, isDone: false });
  try {
    giveFeedback({ registration, ownerId: workshop.ownerId, moment }, form.value);
    return json({ ...form.reply, isDone: true });
  } catch (error) {
    return invalid({ ...ruleReply(error, form.reply, registration.locale), isDone: false });
  }
}
