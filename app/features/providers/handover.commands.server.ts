import { and, eq, isNull, lte } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { audit, run } from "~/commands/run.server";
import { db, sqlite } from "~/db/client.server";
import { referentChanges } from "~/db/schema/providers.server";
import { queueMail } from "~/email/outbox.server";
import { listCoachesBeside } from "~/features/accounts/people.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now as clock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { HandoverInput } from "./handover.form";
import { type getHandover, listPeopleById, listPortfolio } from "./handover.queries.server";
import { handoverMail } from "./handover-mail.server";
import { changeReferent } from "./referent-history.commands.server";

type Office = Authorized<{ id: string; ownerId: string }, "provider.handOver">;

/**
 * Passes providers on to another facilitator of the office, today or on a day to come; plans, notes and
 * sessions stay where they are, and both people are told. Answers how many. Throws RuleError `successor`
 * when the one chosen does not coach there, `handoverPast`, `notTheirs` for a provider that the former one does not follow.
 */
export function handOver(actor: Actor, office: Office, input: HandoverInput): { passed: number } {
  const { ownerId } = office;
  const { id, fromUserId, toUserId, startsOn } = input;
  return run(actor, { name: "provider.handOver", id, input, ownerId }, ({ now }) => {
    const today = dayAt(ownerId, now);
    if (startsOn < today) throw new RuleError("handoverPast", {}, "startsOn");
    const chosen = checkPeople(actor, ownerId, input);
    const isNow = startsOn === today;
    for (const providerId of chosen) {
      if (isNow) changeReferent({ providerId, fromUserId, toUserId });
      const note = noteFor(input, providerId);
      const row = { ownerId, providerId, fromUserId, toUserId, handoverId: id, startsOn, note };
      const done = isNow ? now : null;
      db()
        .insert(referentChanges)
        .values({ id: newId(), ...row, createdById: actor.userId, createdAt: now, doneAt: done })
        .run();
    }
    tell(actor, { ...input, ownerId, count: chosen.length, words: wordsOf(actor, input) });
    return { passed: chosen.length };
  });
}

/** What stands on a provider's record: its own word, then the one for all. */
function noteFor({ note, notes }: HandoverInput, providerId: string): string {
  return [notes.find((one) => one.providerId === providerId)?.text ?? "", note].filter(Boolean).join("\n");
}

/** The words about one provider each, with its name, for whoever takes over. */
function wordsOf(actor: Actor, { fromUserId, toUserId, providerIds, notes }: HandoverInput) {
  const known = [...listPortfolio(actor, fromUserId), ...listPortfolio(actor, toUserId)];
  const names = new Map(known.map((row) => [row.id, row.name]));
  const written = notes.filter((one) => one.text !== "" && providerIds.includes(one.providerId));
  return written.map(({ providerId, text }) => ({ providerId, name: names.get(providerId) ?? "", text }));
}

/** The providers to pass on, each once; refuses those that are not the former one's, and whoever does not coach there. */
function checkPeople(actor: Actor, ownerId: string, { fromUserId, toUserId, providerIds }: HandoverInput): string[] {
  const successors = listCoachesBeside([ownerId], fromUserId);
  if (!successors.some((one) => one.id === toUserId)) throw new RuleError("successor", {}, "toUserId");
  const theirs = listPortfolio(actor, fromUserId).filter((one) => one.ownerId === ownerId);
  const known = new Set(theirs.map((one) => one.id));
  if (!providerIds.every((one) => known.has(one))) throw new RuleError("notTheirs", {}, "providerIds");
  return [...new Set(providerIds)];
}

/** Takes a hand-over back: planned changes never happen, done ones go back where nobody else took over meanwhile. */
export function undoHandover(actor: Actor, handover: Authorized<ReturnType<typeof getHandover>, "provider.handOver">): void {
  const { id, ownerId, changes } = handover;
  run(actor, { name: "provider.undoHandover", id, input: null, ownerId, isOnce: false }, ({ now }) => {
    for (const change of changes) {
      const back = { providerId: change.providerId, fromUserId: change.toUserId, toUserId: change.fromUserId };
      if (change.doneAt !== null) changeReferent(back);
      db().update(referentChanges).set({ undoneAt: now }).where(eq(referentChanges.id, change.id)).run();
    }
  });
}

/** The planned changes whose day has come, each in its own transaction; asked again at every full hour. */
export function carryOutHandovers(): { done: number } {
  const at = clock();
  const due = and(isNull(referentChanges.doneAt), isNull(referentChanges.undoneAt));
  const rows = db()
    .select()
    .from(referentChanges)
    // A zone may be a day ahead of Paris's; each office's own day decides.
    .where(and(due, lte(referentChanges.startsOn, addDays(dayAt("", at), 1))))
    .limit(2000)
    .all()
    .filter((row) => row.startsOn <= dayAt(row.ownerId, at));
  for (const row of rows) {
    const work = sqlite().transaction(() => {
      // Somebody else follows it since: their word holds.
      const mark = changeReferent(row) ? { doneAt: at } : { undoneAt: at };
      db().update(referentChanges).set(mark).where(eq(referentChanges.id, row.id)).run();
      const entry = { command: "provider.carryOutHandover", subjectId: row.providerId, ownerId: row.ownerId, detail: "", at };
      audit("job", entry);
    });
    work.immediate();
  }
  return { done: rows.length };
}

interface Told {
  ownerId: string;
  count: number;
  words: ReturnType<typeof wordsOf>;
}

function tell(actor: Actor, given: HandoverInput & Told): void {
  const people = listPeopleById([given.fromUserId, given.toUserId]);
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? "";
  for (const reader of people.filter((one) => one.id !== actor.userId)) {
    const matter = { ...given, from: nameOf(given.fromUserId), to: nameOf(given.toUserId), isNext: reader.id === given.toUserId };
    queueMail({ kind: "handover", ownerId: given.ownerId, recipient: reader.email, ...handoverMail(reader, matter) });
  }
}
