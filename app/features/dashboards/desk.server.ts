import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { findProvidersForDesk } from "~/features/providers/messages.queries.server";
import { formatAgo } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { daysBetween } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import type { DeskData } from "./components/desk-page";

/** What a colleague's search answers: who follows each provider, when it was last seen; no notes. */
export function describeDesk(actor: Actor, q: string, today: string): DeskData {
  const t = translator(actor.locale);
  const rows = findProvidersForDesk(actor, q);
  return {
    q,
    found: q === "" ? "" : t("today:desk.results", { count: rows.length }),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      place: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
      facts: [
        row.referent ? t("today:desk.referent", { name: row.referent }) : t("today:desk.noReferent"),
        row.lastSupportOn
          ? t("today:desk.seen", { ago: formatAgo(actor.locale, daysBetween(today, row.lastSupportOn)) })
          : t("today:desk.never"),
      ].join(" · "),
      messageId: newId(),
      messageLabel: row.referent ? t("today:desk.message", { name: row.referent }) : t("today:desk.messageOffice"),
      ...(can(actor, "plan.recordAnswer", row) ? { answerTo: paths.planAnswer(row.id) } : {}),
    })),
  };
}
