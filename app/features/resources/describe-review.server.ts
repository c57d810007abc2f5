import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import type { ReviewLine } from "./components/review-list";
import { reviewStates } from "./review.model";
import { listToReview } from "./review.queries.server";

/** The page of resources to read again, by why. */
export function describeReview(actor: Actor) {
  const t = translator(actor.locale);
  const rows = listToReview(actor, dayAt(actor.currentOrganisationId ?? "", now()));
  const parts = reviewStates.map((state) => ({
    state,
    title: t(`library:review.states.${state}`),
    rows: rows.filter((row) => row.state === state).map((row) => lineOf(actor, row)),
  }));
  return { context: t("library:review.context", { count: rows.length }), parts: parts.filter((part) => part.rows.length > 0) };
}

function lineOf(actor: Actor, row: ReturnType<typeof listToReview>[number]): ReviewLine {
  const t = translator(actor.locale);
  const read = { day: formatDay(actor.locale, row.readOn) };
  const end = row.expiresOn ? { day: formatDay(actor.locale, row.expiresOn) } : undefined;
  return {
    id: row.id,
    title: row.title,
    to: paths.resource(row.slug),
    context: [
      end ? t(row.state === "expired" ? "library:review.ended" : "library:review.ends", end) : "",
      t(row.reviewedOn ? "library:review.read" : "library:review.written", read),
    ]
      .filter(Boolean)
      .join(" · "),
    reread: paths.resourceRereading(row.slug),
    correct: paths.editResource(row.slug),
    mayEnd: row.expiresOn !== null,
  };
}
