import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { cancelWorkshop, deleteDraft, publishWorkshop } from "~/features/workshops/commands.server";
import { getWorkshop } from "~/features/workshops/queries.server";
import { publishSeries } from "~/features/workshops/series.commands.server";
import { errorText } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** Publishes, calls off or throws away. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getWorkshop(actor, asked.params.workshopId ?? "", "workshop.plan"));
  const workshop = authorize(actor, "workshop.plan", row);
  const fields = await asked.request.formData();
  const t = translator(actor.locale);
  const back = paths.workshop(row.id);
  const { title } = row;
  try {
    switch (fields.get("intent")) {
      case "publish":
        publishWorkshop(actor, workshop);
        return redirectWithToast(back, { text: t("workshops:state.published", { title }), tone: "ok" });
      case "publishSeries": {
        const { count } = publishSeries(actor, workshop);
        const text = t("workshops:state.publishedSeries", { title, count });
        return redirectWithToast(paths.workshops(), { text, tone: "ok" });
      }
      case "cancel": {
        const reason = String(fields.get("reason") ?? "")
          .trim()
          .slice(0, 1000);
        const { told } = cancelWorkshop(actor, workshop, reason || undefined);
        return redirectWithToast(back, { text: t("workshops:state.cancelled", { title, count: told }), tone: "ok" });
      }
      case "delete":
        deleteDraft(actor, workshop);
        return redirectWithToast(paths.workshops(), { text: t("workshops:state.deleted"), tone: "ok" });
      default:
        return redirectWithToast(back, { text: t("errors:invalid"), tone: "warn" });
    }
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(back, { text: errorText(actor.locale, error.key, error.values), tone: "warn" });
  }
}
