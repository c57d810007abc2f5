import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getAction } from "~/features/action-plans/queries.server";
import { addDays } from "~/lib/dates";
import type { Random } from "./random";

const steps = [
  {
    title: "Réclamer la fiche Google",
    theme: "visibility",
    minutes: 30,
    why: "Vos visiteurs la voient avant votre site.",
    due: -60,
    answer: "done",
  },
  {
    title: "Corriger le téléphone sur la fiche SIT",
    theme: "visibility",
    minutes: 10,
    why: "Un numéro juste partout.",
    due: -30,
    answer: "done",
  },
  {
    title: "Répondre aux trois derniers avis",
    theme: "reputation",
    minutes: 20,
    why: "Ceux qui hésitent lisent vos réponses.",
    due: 9,
    answer: undefined,
  },
  {
    title: "Refaire les photos des chambres à la lumière du matin",
    theme: "content",
    minutes: 45,
    why: "La première photo décide du clic.",
    due: 40,
    answer: undefined,
  },
  {
    title: "Afficher le prix en direct sur le site",
    theme: "selling",
    minutes: 30,
    why: "Moins de commissions, dès la première réservation.",
    due: 75,
    answer: undefined,
  },
  {
    title: "Relier le calendrier aux plateformes",
    theme: "selling",
    minutes: 40,
    why: "Plus de double réservation.",
    due: 110,
    answer: undefined,
  },
] as const;

interface Given {
  random: Random;
  facilitator: Actor;
  host: Actor;
  provider: { id: string; ownerId: string };
  today: string;
}

/** The plan that the demonstration's host opens: two steps behind, the next one, three ahead. */
export function seedHostPlan({ random, facilitator, host, provider, today }: Given): void {
  const row = authorize(facilitator, "plan.edit", { ...provider, providerId: provider.id });
  for (const { due, answer, ...step } of steps) {
    const input = actionSchema.parse({ id: random.id(), ...step, dueOn: addDays(today, due), doneBy: "provider" });
    addAction(facilitator, row, input);
    if (!answer) continue;
    answerAction(host, authorize(host, "plan.answer", getAction(host, input.id, "plan.answer")), { answer, comment: "" });
  }
}
