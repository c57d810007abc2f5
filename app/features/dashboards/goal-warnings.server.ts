import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { loadActor } from "~/auth/load-actor.server";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import type { GoalWarningKind } from "./goal.model";
import type { Goal } from "./goal.queries.server";
import { figureOfGoal, nameOfGoal, wordAmount } from "./goal-words.server";

/** Whoever answers for a goal: the person it is set for, else the heads of its office. */
export function answerFor(goal: Pick<Goal, "ownerId" | "facilitatorId">): Actor[] {
  const person = goal.facilitatorId ? reading(goal.facilitatorId, goal) : [];
  return person.length > 0 ? person : headsOf(goal);
}

/** With whose rights a goal is measured by a job: whoever set it, as long as they head the office, else another head. */
export function measurerOf(goal: Pick<Goal, "ownerId" | "createdById">): Actor | undefined {
  const setter = loadActor(goal.createdById);
  return setter && can(setter, "goal.set", goal) ? setter : headsOf(goal)[0];
}

function headsOf(goal: { ownerId: string }): Actor[] {
  const today = dayAt(goal.ownerId, now());
  const current = and(lte(memberships.startsOn, today), or(isNull(memberships.endsOn), gte(memberships.endsOn, today)));
  const rows = db()
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, goal.ownerId), inArray(memberships.role, ["director"]), current))
    .orderBy(asc(memberships.userId))
    .limit(20)
    .all();
  return rows.flatMap(({ userId }) => reading(userId, goal));
}

function reading(userId: string, goal: { ownerId: string }): Actor[] {
  const actor = loadActor(userId);
  return actor && can(actor, "goal.acknowledge", goal) ? [actor] : [];
}

/** Writes to whoever answers for a goal that it fell behind, in the transaction that notices it. */
export function mailWarning(goal: Goal, warning: { kind: GoalWarningKind; value: number; awaited: number }): void {
  const figure = figureOfGoal(goal.figure);
  for (const { userId, locale } of answerFor(goal)) {
    const reader = db().select({ name: users.name, email: users.email }).from(users).where(eq(users.id, userId)).get();
    if (!reader) continue;
    const t = translator(locale);
    const { appUrl } = config();
    const words = {
      figure: nameOfGoal(locale, figure),
      value: wordAmount(locale, figure, warning.value),
      awaited: wordAmount(locale, figure, warning.awaited),
      target: wordAmount(locale, figure, goal.target),
      day: formatDay(locale, goal.endsOn),
    };
    const message = renderMail({
      locale,
      subject: t(`goals:mail.${warning.kind}.subject`, words),
      greeting: t("mails:hello", { name: reader.name }),
      paragraphs: [t(`goals:mail.${warning.kind}.text`, words), t("goals:mail.next")],
      button: { label: t("goals:mail.button"), url: `${appUrl}${paths.goal(goal.id)}` },
      foot: [t("mails:foot"), t("goals:mail.why")],
    });
    queueMail({ ownerId: goal.ownerId, recipient: reader.email, kind: "goal.warning", ...message });
  }
}
