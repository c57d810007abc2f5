import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { getResource } from "~/features/resources/queries.server";
import { rereadResource } from "~/features/resources/review.commands.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { addMonths } from "~/lib/dates";
import { paths } from "~/paths";

/** « Relu aujourd’hui », and « Valable un an de plus » where it has an end. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const isHeld = (await asked.request.formData()).get("until") === "year";
  const text = await answering(() => {
    const resource = getResource(actor, asked.params.slug ?? "");
    const reviewedOn = dayAt(resource.ownerId ?? "", now());
    const until = isHeld ? { expiresOn: addMonths(reviewedOn, 12) } : {};
    rereadResource(actor, authorize(actor, "resource.edit", resource), { reviewedOn, ...until });
    const t = translator(actor.locale);
    if (!until.expiresOn) return t("library:review.done", { title: resource.title });
    return t("library:review.doneUntil", { title: resource.title, day: formatDay(actor.locale, until.expiresOn) });
  });
  return redirectWithToast(paths.resourceReview(), { text, tone: "ok" });
}
