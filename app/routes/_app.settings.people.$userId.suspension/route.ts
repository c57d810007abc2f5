import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { setSuspended } from "~/features/accounts/memberships.commands.server";
import { getPerson } from "~/features/accounts/people.queries.server";
import { errorText, parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

const schema = z.object({ intent: z.enum(["suspend", "lift"]) });

export const loader = ({ params }: { params: { userId?: string } }) => redirect(paths.person(params.userId ?? ""));

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, schema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const person = await answering(() => getPerson(actor, asked.params.userId ?? ""));
  const isSuspended = form.value.intent === "suspend";
  try {
    setSuspended(actor, authorize(actor, "organisation.people", person), isSuspended);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(paths.person(person.id), { text: errorText(actor.locale, error.key), tone: "warn" });
  }
  const key = isSuspended ? "settings:person.suspended" : "settings:person.lifted";
  return redirectWithToast(paths.person(person.id), { text: translator(actor.locale)(key, { name: person.name }), tone: "ok" });
}
