import { and, desc, eq, lt, sql } from "drizzle-orm";
import { builtOnce, db } from "~/db/client.server";
import { drafts } from "~/db/schema/work.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";

export interface Draft {
  id: string;
  /** What was typed, as posted. */
  fields: URLSearchParams;
  updatedAt: number;
}

const keptMs = 30 * 86_400_000;
const biggestDraft = 200_000;
const perForm = 20;

/**
 * Keeps what a person is typing in a form (its path), one draft a thing: the field `id` of the form.
 * Outside the unit of work on purpose: it is the writer's own and changes every few seconds.
 * Returns the draft's id, undefined when there is nothing worth keeping.
 */
export function keepDraft(userId: string, form: string, fields: string): string | undefined {
  if (fields.length > biggestDraft) return undefined;
  const typedId = new URLSearchParams(fields).get("id");
  const same = listDrafts(userId, form).find((one) => one.fields.get("id") === typedId);
  const updatedAt = now();
  db()
    .delete(drafts)
    .where(and(eq(drafts.userId, userId), lt(drafts.updatedAt, updatedAt - keptMs)))
    .run();
  if (same) {
    db().update(drafts).set({ fields, updatedAt }).where(eq(drafts.id, same.id)).run();
    return same.id;
  }
  const id = newId();
  db().insert(drafts).values({ id, userId, form, fields, updatedAt }).run();
  return id;
}

const draftsOf = builtOnce((db) =>
  db
    .select()
    .from(drafts)
    .where(and(eq(drafts.userId, sql.placeholder("userId")), eq(drafts.form, sql.placeholder("form"))))
    .orderBy(desc(drafts.updatedAt))
    .limit(perForm)
    .prepare(),
);

/** A person's drafts of one form, newest first; nobody else's are ever read. */
export function listDrafts(userId: string, form: string): Draft[] {
  const rows = draftsOf().all({ userId, form });
  return rows.map((row) => ({ id: row.id, fields: new URLSearchParams(row.fields), updatedAt: row.updatedAt }));
}

/** One draft of this person and form. */
export function findDraft(userId: string, form: string, id: string): Draft | undefined {
  return listDrafts(userId, form).find((one) => one.id === id);
}

/** Forgets the drafts of the thing that was saved or set aside: those whose field `id` is this one. */
export function forgetDrafts(userId: string, form: string, typedId: string): void {
  for (const draft of listDrafts(userId, form)) {
    if (draft.fields.get("id") !== typedId) continue;
    db()
      .delete(drafts)
      .where(and(eq(drafts.userId, userId), eq(drafts.id, draft.id)))
      .run();
  }
}
