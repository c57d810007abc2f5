import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { holidayOf } from "~/features/workshops/left-out.server";
import { getWorkshop } from "~/features/workshops/queries.server";
import { copyWorkshop } from "~/features/workshops/series.commands.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { isDay } from "~/lib/dates";
import { isId } from "~/lib/ids";
import { paths } from "~/paths";

/** The same workshop again, as a draft on another day. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getWorkshop(actor, asked.params.workshopId ?? "", "workshop.plan"));
  const fields = await asked.request.formData();
  const given = { id: String(fields.get("id") ?? ""), on: String(fields.get("on") ?? "") };
  if (!isId(given.id)) throw notFound();
  const t = translator(actor.locale);
  if (!isDay(given.on)) return redirectWithToast(paths.workshop(row.id), { text: t("workshops:copy.noDay"), tone: "warn" });
  const { id } = copyWorkshop(actor, authorize(actor, "workshop.plan", row), given);
  const why = holidayOf(actor, { id: row.ownerId, zone: row.zone }, { parts: row.parts, on: given.on });
  const text = why ? t("workshops:copy.doneIn", { why }) : t("workshops:copy.done");
  return redirectWithToast(paths.workshop(id), { text, tone: "ok" });
}
