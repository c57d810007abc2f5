import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { revisions } from "~/db/schema/work.server";
import { formatDay } from "~/i18n/format";
import { type Catalogue, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { getAction } from "./queries.server";

type Field = keyof Catalogue["plans"]["history"]["fields"];
const fields: Field[] = [
  "title",
  "why",
  "how",
  "theme",
  "doneBy",
  "priority",
  "dueOn",
  "minutes",
  "resourceId",
  "state",
  "steps",
  "contactId",
  "userId",
  "publishedAt",
];

/** Each change of an action, the last first: which fields, by whom, when. For who may edit it. */
export function describeHistory(actor: Actor, action: { id: string; zone: string; createdAt: number }): string[] {
  const t = translator(actor.locale);
  const current = getAction(actor, action.id, "plan.edit");
  const rows = db()
    .select({ before: revisions.before, at: revisions.createdAt, name: users.name })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.actorId))
    .where(and(eq(revisions.subject, "actions"), eq(revisions.subjectId, action.id)))
    .orderBy(desc(revisions.id))
    .limit(50)
    .all();
  const line = (what: string, name: string | null, at: number) =>
    t("plans:history.by", {
      what,
      name: name ?? t("plans:history.someone"),
      day: formatDay(actor.locale, dayIn(action.zone, at)),
    });
  let after: Record<string, unknown> = { ...current };
  const lines = rows.flatMap((row) => {
    const before: Record<string, unknown> = JSON.parse(row.before);
    const changed = fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
    after = before;
    if (changed.length === 0) return [];
    const names = changed.map((field) => t(`plans:history.fields.${field}`)).join(", ");
    return [line(t("plans:history.changed", { fields: names }), row.name, row.at)];
  });
  const maker = current.createdById
    ? db().select({ name: users.name }).from(users).where(eq(users.id, current.createdById)).get()?.name
    : null;
  return [...new Set(lines), line(t("plans:history.created"), maker ?? null, action.createdAt)];
}
