import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { markResource } from "~/features/resources/marks.commands.server";
import { readMark } from "~/features/resources/marks.form";
import { getResource } from "~/features/resources/queries.server";
import { answering } from "~/http/responses.server";
import { paths } from "~/paths";

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const slug = asked.params.slug ?? "";
  const fields = await asked.request.formData();
  await answering(() => markResource(actor, getResource(actor, slug), readMark(fields)));
  return redirect(paths.resource(slug));
}
