import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { createUser, grantMembership } from "~/features/accounts/people.commands.server";
import { handOver } from "~/features/providers/handover.commands.server";
import { listPortfolio } from "~/features/providers/handover.queries.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import { founder } from "./people.server";
import type { Random } from "./random";

interface Given {
  random: Random;
  actor: Actor;
  officeId: string;
  today: string;
}

/** A second facilitator who takes over a few providers next week, with a word about two of them. */
export function seedHandover({ random, actor, officeId, today }: Given): void {
  setClock(() => Date.parse(`${addDays(today, -3)}T10:00:00Z`));
  const userId = random.id();
  createUser(founder, { id: userId, email: "renfort@demo.example", name: "Yoann Castéra", passwordHash: null });
  const office = authorize(founder, "organisation.people", { id: officeId, ownerId: officeId });
  grantMembership(founder, office, { id: random.id(), userId, role: "facilitator", startsOn: addDays(today, -10) });
  const by = loadActor(actor.userId) ?? actor;
  const providers = listPortfolio(by, by.userId).slice(2, 7);
  const words = ["Préfère qu’on l’appelle, après 18 h.", "Attend son nouveau site : le devis est signé."];
  const input = {
    ...{ id: random.id(), fromUserId: by.userId, toUserId: userId, startsOn: addDays(today, 7) },
    note: "Secteur nord de l’office.",
    notes: words.flatMap((text, place) => {
      const providerId = providers[place]?.id;
      return providerId ? [{ providerId, text }] : [];
    }),
    providerIds: providers.map((one) => one.id),
  };
  handOver(by, authorize(by, "provider.handOver", { id: officeId, ownerId: officeId }), input);
}
