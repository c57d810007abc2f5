import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { attachUploads, describeAttached } from "~/features/files/attach.server";
import { removeFile, restoreFile } from "~/features/files/commands.server";
import { getWorkshop } from "~/features/workshops/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** The photographed sign-in sheet: added, taken away (`?remove=`), brought back (`?restore=`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workshop = await answering(() =>
    authorize(actor, "workshop.hold", getWorkshop(actor, asked.params.workshopId ?? "", "workshop.hold")),
  );
  const query = new URL(asked.request.url).searchParams;
  const back = paths.workshopAttendance(workshop.id);
  const t = translator(actor.locale);
  const [removed, restored] = [query.get("remove"), query.get("restore")];
  if (removed) {
    removeFile(actor, workshop, removed);
    const undo = { action: paths.workshopFiles(workshop.id, { restore: removed }), label: t("common:actions.undo") };
    return redirectWithToast(back, { text: t("files:removed"), tone: "ok", undo });
  }
  if (restored) {
    restoreFile(actor, workshop, restored);
    return redirectWithToast(back, { text: t("files:added", { count: 1 }), tone: "ok" });
  }
  const attached = await attachUploads(actor, workshop, { subject: "workshop", request: asked.request });
  return redirectWithToast(back, describeAttached(actor.locale, attached));
}
