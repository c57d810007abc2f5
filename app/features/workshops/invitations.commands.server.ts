import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopCalls, workshopInvitations } from "~/db/schema/workshops.server";
import { listNeighbours, listStaff } from "~/features/coaching/people.queries.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { mailCall, mailInvitation } from "./invitation-mails.server";
import { chooseInvited } from "./invitations.model";
import { isReminded, listInvitations, type OpenedInvitation } from "./invitations.queries.server";
import { isOpenState } from "./model";
import type { Need, SendInput } from "./need.form";
import { listCandidates, listKnownAddresses } from "./need.queries.server";
import { readMatter } from "./notices.server";
import { findWorkshop, type WorkshopRow } from "./seats.server";
import { visitor } from "./visitor";

/** The office that invites its own. */
type Inviting = Authorized<{ id: string; ownerId: string; zone: string }, "workshop.invite">;

interface Round {
  workshopId: string;
  need: Need;
  input: SendInput;
}

/**
 * Invites the ticked providers that may still be invited now, one mail an address; answers how many
 * mails go out. Throws RuleError `registrationClosed`, `nobodyToInvite`.
 */
export function sendInvitations(actor: Actor, office: Inviting, { workshopId, need, input }: Round): { sent: number } {
  const command = { name: "workshop.invite", id: input.id, input: { workshopId, need, ...input }, ownerId: office.id };
  return run(actor, command, ({ now }) => {
    const workshop = readOpen(workshopId, now);
    const ticked = new Set(input.providers ?? []);
    const asked = listCandidates(office, workshopId, need).filter((one) => input.everyone === "on" || ticked.has(one.id));
    const round = { ...listKnownAddresses(workshopId), withSeason: input.inSeason === "on" };
    const { chosen } = chooseInvited(
      asked.map((one) => one.candidate),
      round,
    );
    if (chosen.length === 0) throw new RuleError("nobodyToInvite");
    for (const one of chosen) {
      const row = {
        id: newId(),
        workshopId: workshop.id,
        organisationId: office.id,
        ...one,
        sentById: actor.userId,
        createdAt: now,
      };
      db().insert(workshopInvitations).values(row).run();
      const mailId = mailInvitation(row.id, "invitation");
      db().update(workshopInvitations).set({ mailId }).where(eq(workshopInvitations.id, row.id)).run();
    }
    db()
      .update(workshopCalls)
      .set({ sentAt: now })
      .where(
        and(eq(workshopCalls.workshopId, workshopId), eq(workshopCalls.organisationId, office.id), isNull(workshopCalls.sentAt)),
      )
      .run();
    return { sent: chosen.length };
  });
}

/** Reminds once whoever has not answered; answers how many. Throws RuleError `registrationClosed`, `nobodyToRemind`. */
export function remindInvited(actor: Actor, office: Inviting, asked: { id: string; workshopId: string }): { sent: number } {
  const command = { name: "workshop.remindInvited", id: asked.id, input: asked, ownerId: office.id };
  return run(actor, command, ({ now }) => {
    readOpen(asked.workshopId, now);
    const silent = listInvitations(asked.workshopId, office.id).filter((one) => one.mayBeReminded);
    if (silent.length === 0) throw new RuleError("nobodyToRemind");
    for (const { id } of silent) {
      const reminderMailId = mailInvitation(id, "invitation_reminder");
      db().update(workshopInvitations).set({ remindedAt: now, reminderMailId }).where(isReminded(id)).run();
    }
    return { sent: silent.length };
  });
}

type Owned = Authorized<{ id: string; ownerId: string }, "workshop.plan" | "workshop.invite">;

/**
 * Hands a pooled workshop's invitation to offices, each of which sends it to its own; whoever may
 * invite there gets a mail. An office that has it already is left alone. Throws RuleError `unknownOffice`.
 */
export function callOffices(
  actor: Actor,
  workshop: Owned,
  asked: { id: string; need: string; organisationIds: readonly string[] },
): { told: number } {
  const command = { name: "workshop.callOffices", id: asked.id, input: asked, ownerId: workshop.ownerId };
  return run(actor, command, ({ now }) => {
    const row = readOpen(workshop.id, now);
    const around = new Set(listNeighbours({ id: row.ownerId }).map((one) => one.id));
    if (asked.organisationIds.some((id) => !around.has(id) || id === row.ownerId)) throw new RuleError("unknownOffice");
    const made = asked.organisationIds.flatMap((organisationId) =>
      db()
        .insert(workshopCalls)
        .values({ workshopId: row.id, organisationId, need: asked.need.slice(0, 300), askedById: actor.userId, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: workshopCalls.organisationId })
        .all(),
    );
    for (const { id } of made) tellOffice(row, id);
    return { told: made.length };
  });
}

function tellOffice(row: WorkshopRow, organisationId: string): void {
  const matter = readMatter(row.id);
  if (!matter) return;
  for (const person of listStaff({ id: organisationId, zone: row.zone }, "workshop.invite"))
    mailCall(matter, organisationId, person.id);
}

/** Keeps what an invited person answered; the last answer holds. */
export function noteAnswer({ invitation, contact }: OpenedInvitation, answer: "registered" | "declined"): void {
  const command = { name: "workshop.answerInvitation", id: invitation.id, input: { answer }, isOnce: false };
  run(visitor(contact.locale), { ...command, ownerId: invitation.organisationId }, ({ now }) => {
    const set = { answer, answeredAt: now };
    db().update(workshopInvitations).set(set).where(eq(workshopInvitations.id, invitation.id)).run();
  });
}

function readOpen(workshopId: string, at: number): WorkshopRow {
  const workshop = findWorkshop(workshopId);
  const isOver = !workshop || at >= workshop.startsAt - workshop.closesMinutes * 60_000;
  if (isOver || !isOpenState(workshop.state) || workshop.deletedAt !== null) throw new RuleError("registrationClosed");
  return workshop;
}
