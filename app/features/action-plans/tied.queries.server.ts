import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { listActionsTiedTo, type TiedKind } from "./action-links.queries.server";

export interface TiedStep {
  id: string;
  title: string;
  /** The provider's name, the state, the day. */
  context: string;
  to: string | null;
}

/** The steps of plans that go with a session or workshop, as its page lists them. */
export function describeTiedSteps(actor: Actor, kind: TiedKind, targetId: string): TiedStep[] {
  const t = translator(actor.locale);
  return listActionsTiedTo(actor, kind, targetId).map((row) => {
    const state = row.publishedAt === null ? t("plans:ties.draft") : t(`actionPlans:states.${row.state}`);
    const due = row.dueOn ? t("actionPlans:due", { day: formatDay(actor.locale, row.dueOn) }) : "";
    const to = can(actor, "plan.edit", row) ? paths.action(row.id) : null;
    return { id: row.id, title: row.title, context: [row.provider, state, due].filter(Boolean).join(" · "), to };
  });
}
