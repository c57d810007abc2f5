import { and, eq, isNull, lt } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { recordAnswer } from "~/features/action-plans/answers.commands.server";
import { recordedAnswerSchema } from "~/features/action-plans/form";
import { getAction } from "~/features/action-plans/queries.server";
import { logOtherWork } from "~/features/coaching/other-work.commands.server";
import { otherWorkSchema } from "~/features/coaching/other-work.form";
import { now } from "~/lib/clock";
import type { Random } from "./random";

interface Seeding {
  random: Random;
  actor: Actor;
  office: { id: string; ownerId: string; zone: string };
}

/** What became of the steps given at least three weeks ago: most are done, some are under way, a few are not for them. */
export function answerOldSteps({ random, actor, office }: Seeding, day: string): void {
  const old = and(
    eq(actions.ownerId, office.id),
    eq(actions.state, "todo"),
    isNull(actions.deletedAt),
    lt(actions.createdAt, now() - 21 * 86_400_000),
  );
  const rows = db().select({ id: actions.id }).from(actions).where(old).orderBy(actions.createdAt, actions.id).limit(200).all();
  for (const row of rows) {
    const chance = random.next();
    if (chance > 0.42) continue;
    const state = chance < 0.33 ? "done" : chance < 0.39 ? "doing" : "not_relevant";
    const way = random.pick(["phone", "phone", "session", "mail"] as const);
    const input = recordedAnswerSchema.parse({ id: random.id(), actionId: row.id, state, way, saidOn: day });
    recordAnswer(actor, authorize(actor, "plan.recordAnswer", getAction(actor, row.id, "plan.recordAnswer")), input);
  }
}

const work = [
  ["watch", "60", "Lecture des actualités du tourisme et du numérique"],
  ["sit_update", "90", "Mise à jour de fiches dans le SIT"],
  ["meeting", "120", "Réunion d’équipe et point avec la direction"],
  ["preparation", "90", "Préparation du prochain atelier"],
  ["elected", "60", "Présentation du bilan au comité de direction"],
  ["training", "180", "Formation du réseau des animateurs"],
] as const;

/** A Friday's work that is no session: hours used, never a support. */
export function logFridayWork({ random, actor, office }: Seeding, day: string): void {
  const [kind, duration, note] = random.pick(work);
  const input = otherWorkSchema.parse({ id: random.id(), kind, heldOn: day, duration, note });
  logOtherWork(actor, authorize(actor, "coaching.log", office), input);
}
