import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { revisions } from "~/db/schema/work.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { presences, sessionChannels, sessionKinds } from "~/lib/vocabulary";
import type { HistoryEntry } from "./components/session-history";
import { describeSession, differences } from "./describe-session.server";
import type { SessionRow } from "./facts.server";
import { readRelated } from "./related.server";
import { readUserNames, typedFromRow } from "./saved-session.server";
import type { TypedSession } from "./typed";

const ids = z.array(z.string()).default([]);
const text = z.string().nullable().default(null);
const count = z.number().default(0);

/** A session as a revision keeps it; what older revisions lack is left empty. */
const keptSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  version: z.number(),
  kind: z.enum(sessionKinds),
  otherWorkKind: z.null().catch(null),
  title: text,
  heldOn: z.string(),
  startsAt: z.number().nullable().default(null),
  zone: z.string(),
  durationMinutes: z.number(),
  preparationMinutes: count,
  travelMinutes: count,
  travelKilometres: count,
  channel: z.enum(sessionChannels).nullable().default(null),
  theme: text,
  subThemes: ids,
  note: z.string().default(""),
  privateNote: z.string().default(""),
  headCount: count,
  facilitatorId: z.string(),
  funderId: text,
  isComplete: z.boolean().default(true),
  supports: count,
  participants: z
    .array(
      z.object({
        id: z.string(),
        sessionId: z.string(),
        providerId: text,
        contactId: text,
        userId: text,
        organisationId: text,
        name: text,
        presence: z.enum(presences),
      }),
    )
    .default([]),
  establishments: ids,
  facilitators: ids,
  resources: ids,
  tags: ids,
});

const shown = 50;

/**
 * What a session was before each of its corrections, oldest first: who, when, and the fields that
 * changed. The private note is left out for whoever may not read it.
 */
export function listSessionHistory(actor: Actor, session: SessionRow): HistoryEntry[] {
  const rows = db()
    .select()
    .from(revisions)
    .where(and(eq(revisions.subject, "coaching_sessions"), eq(revisions.subjectId, session.id)))
    .orderBy(asc(revisions.id))
    .limit(shown)
    .all();
  if (rows.length === 0) return [];
  const states = rows.flatMap((row) => {
    const kept = keptSchema.safeParse(JSON.parse(row.before));
    return kept.success ? [{ row, typed: typedFromRow(kept.data, kept.data) }] : [];
  });
  const names = readUserNames(rows.map((row) => row.actorId));
  const isPrivate = !can(actor, "coaching.readPrivateNote", session);
  const words = (typed: TypedSession) =>
    describeSession(actor.locale, session.ownerId, isPrivate ? withoutPrivate(typed) : typed);
  const now = typedFromRow(session, readRelated(session.id));
  return states.map(({ row, typed }, place) => ({
    id: row.id,
    line: translator(actor.locale)("sessionForm:page.historyLine", {
      who: names.get(row.actorId) ?? "?",
      when: formatInstant(actor.locale, row.createdAt, session.zone),
    }),
    changes: differences(words(typed), words(states[place + 1]?.typed ?? now)).map((one) => ({
      field: one.field,
      was: one.saved,
      became: one.yours,
    })),
  }));
}

function withoutPrivate(typed: TypedSession): TypedSession {
  const { privateNote: _hidden, ...values } = typed.values;
  return { ...typed, values };
}
