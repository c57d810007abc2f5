import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { absenceSchema } from "~/features/accounts/form";
import { recordAbsence, removeAbsence } from "~/features/accounts/memberships.commands.server";
import { getPerson } from "~/features/accounts/people.queries.server";
import { errorText, parseFields } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

export const loader = ({ params }: { params: { userId?: string } }) => redirect(paths.person(params.userId ?? ""));

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const found = await answering(() => getPerson(actor, asked.params.userId ?? ""));
  const person = authorize(actor, "organisation.people", found);
  const back = paths.person(person.id);
  const t = translator(actor.locale);
  const removed = fields.get("remove");
  if (typeof removed === "string") {
    removeAbsence(actor, person, removed);
    return redirectWithToast(back, { text: t("settings:person.absenceRemoved"), tone: "ok" });
  }
  const form = parseFields(fields, absenceSchema, actor.locale);
  if (!form.isValid) return redirectWithToast(back, { text: Object.values(form.reply.errors).flat().join(" "), tone: "warn" });
  try {
    recordAbsence(actor, person, form.value);
    return redirectWithToast(back, { text: t("settings:person.absenceSaved"), tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(back, { text: errorText(actor.locale, error.key), tone: "warn" });
  }
}
