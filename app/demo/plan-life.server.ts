import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { commentAction, tickStep } from "~/features/action-plans/comments.commands.server";
import { measuresOf, stepsOfMeasures } from "~/features/action-plans/measure-steps.server";
import { isOpen } from "~/features/action-plans/model";
import { getAction, getPlanHead, listActions } from "~/features/action-plans/queries.server";
import { startPlan } from "~/features/action-plans/start.commands.server";
import { stepsOfTemplate } from "~/features/action-plans/starting-steps.server";
import { getTemplate, listTemplates } from "~/features/action-plans/templates.server";
import { askAboutData } from "~/features/own-data/requests.commands.server";
import { contactSchema } from "~/features/providers/contact.form";
import { addContact } from "~/features/providers/contacts.commands.server";
import { askHelp } from "~/features/providers/messages.commands.server";
import { getProviderForDesk } from "~/features/providers/messages.queries.server";
import { proposeCorrection } from "~/features/providers/proposals.commands.server";
import { getProvider, listEstablishments } from "~/features/providers/queries.server";
import { replyToRequest } from "~/features/providers/requests.commands.server";
import { findOwnContact, getHelp } from "~/features/providers/requests.queries.server";
import { firstNames, lastNames } from "./names";
import type { Random } from "./random";

interface Given {
  random: Random;
  facilitator: Actor;
  host: Actor;
  provider: { id: string; ownerId: string };
  providerIds: readonly string[];
  today: string;
}

/** What lives in plans: templates started and drafted, words on both sides, a page that shows what was done, a correction. */
export function seedPlanLife(given: Given): void {
  startTemplates(given);
  talk(given);
  askOffice(given);
  askHelpOfOffice(given);
  startMeasures(given);
  preferPhone(given);
}

/** One plan in six belongs to a house where somebody would rather be called. */
function preferPhone({ random, facilitator, provider, providerIds }: Given): void {
  const followed = providerIds.filter((id) => listActions(facilitator, id).some((action) => isOpen(action.state)));
  for (const [place, id] of followed.entries()) {
    if (place % 6 !== 2) continue;
    const called = {
      name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
      phone: `01 99 00 31 ${10 + random.below(80)}`,
    };
    const input = contactSchema.parse({ ...called, preferredWay: "phone" });
    addContact(facilitator, authorize(facilitator, "provider.correct", { id, ownerId: provider.ownerId }), {
      ...input,
      id: random.id(),
    });
  }
}

/** Each template once or twice among the providers, a third still as drafts. */
function startTemplates({ random, facilitator, provider, providerIds, today }: Given): void {
  const others = providerIds.filter((id) => id !== provider.id);
  for (const [place, template] of listTemplates().entries()) {
    const head = getPlanHead(facilitator, random.pick(others), "plan.edit");
    const chosen = template.steps.map((_step, index) => index).slice(0, 5);
    const steps = stepsOfTemplate(template, { ownerId: head.ownerId, today, chosen });
    startPlan(facilitator, authorize(facilitator, "plan.edit", head), { id: random.id(), steps, isPublished: place % 3 !== 0 });
  }
  const own = authorize(facilitator, "plan.edit", getPlanHead(facilitator, provider.id, "plan.edit"));
  const safety = getTemplate("securite-des-comptes");
  const steps = stepsOfTemplate(safety, { ownerId: provider.ownerId, today, chosen: [0, 2] });
  startPlan(facilitator, own, { id: random.id(), steps: steps.slice(0, 1), isPublished: true });
  startPlan(facilitator, own, { id: random.id(), steps: steps.slice(1), isPublished: false });
}

/** Here and there, the first measures that a record asks for: published for some, waiting for others. */
function startMeasures({ random, facilitator, provider, providerIds }: Given): void {
  for (const [place, id] of providerIds.filter((one) => one !== provider.id).entries()) {
    if (place % 40 !== 8) continue;
    const head = getPlanHead(facilitator, id, "plan.edit");
    const chosen = measuresOf(facilitator, head).open.slice(0, 3);
    const steps = stepsOfMeasures(
      facilitator,
      head,
      chosen.map(({ measure }) => measure.id),
    );
    startPlan(facilitator, authorize(facilitator, "plan.edit", head), { id: random.id(), steps, isPublished: place % 80 === 8 });
  }
}

function talk({ random, facilitator, host, provider }: Given): void {
  const open = listActions(host, provider.id);
  const mine = (id: string) => authorize(host, "plan.answer", getAction(host, id, "plan.answer"));
  const reviews = open.find((one) => one.title.startsWith("Répondre aux trois"));
  const photos = open.find((one) => one.title.startsWith("Refaire les photos"));
  const safety = open.find((one) => one.steps.length > 0);
  const listing = open.find((one) => one.title.startsWith("Réclamer la fiche"));
  if (listing) {
    const link = "https://www.google.example/maps/place/gite";
    answerAction(host, mine(listing.id), { answer: "done", comment: "La fiche est à mon nom.", link });
  }
  if (reviews) {
    const row = getAction(facilitator, reviews.id, "plan.edit");
    const word = { id: random.id(), text: "Commencez par le plus récent, deux phrases suffisent." };
    commentAction(facilitator, authorize(facilitator, "plan.comment", row), word);
    const reply = { id: random.id(), text: "Merci. Et pour celui de mai, je réponds encore ?" };
    commentAction(host, authorize(host, "plan.comment", getAction(host, reviews.id, "plan.answer")), reply);
  }
  if (photos) answerAction(host, mine(photos.id), { answer: "blocked", comment: "Les chambres du haut sont en travaux." });
  if (safety) tickStep(host, mine(safety.id), { step: 0, isDone: true });
}

function askOffice({ random, host, provider }: Given): void {
  const [place] = listEstablishments(host, provider.id);
  const row = getProvider(host, provider.id);
  if (place) {
    const proposal = { subject: "establishment" as const, subjectId: place.id, field: "capacity" as const };
    const input = { ...proposal, id: random.id(), newValue: "6", comment: "Nous avons ouvert une troisième chambre." };
    proposeCorrection(host, authorize(host, "provider.propose", row), input);
  }
  const input = { id: random.id(), kind: "access" as const, text: "Pour vérifier mes coordonnées." };
  askAboutData(host, authorize(host, "ownData.ask", row), input);
}

/** A question answered, and a request for help that waits. */
function askHelpOfOffice({ random, facilitator, host, provider }: Given): void {
  const row = authorize(host, "message.ask", getProviderForDesk(host, provider.id, "message.ask"));
  const contactId = findOwnContact(host, provider.id);
  const question = "Peut-on afficher nos horaires de Noël sans changer ceux de l’année ?";
  const { id } = askHelp(host, row, { id: random.id(), kind: "question", theme: "visibility", text: question, contactId });
  const asked = authorize(facilitator, "message.handle", getHelp(facilitator, id));
  replyToRequest(facilitator, asked, "Oui : dans la fiche, « Horaires exceptionnels ». Ceux de l’année ne bougent pas.");
  const help = "Je n’arrive plus à entrer dans mon calendrier de réservations depuis le changement de téléphone.";
  askHelp(host, row, { id: random.id(), kind: "help", text: help, contactId });
}
