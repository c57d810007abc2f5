import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { contacts, establishmentStates, establishments, providers } from "~/db/schema/providers.server";
import { dayIn } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { parsePhone } from "~/lib/phone";
import type { RegisterProvider } from "./form";
import { findPlace } from "./places.queries.server";
import { refreshProvider } from "./refresh.commands.server";

type Office = Authorized<{ id: string; zone: string }, "provider.register">;

/**
 * Registers a provider with its one establishment, by name and commune alone if need be; the actor
 * becomes its referent. Throws RuleError `phone` for a number that is none.
 */
export function registerProvider(actor: Actor, office: Office, input: RegisterProvider): { id: string } {
  const phone = input.phone ? parsePhone(input.phone) : undefined;
  if (input.phone && !phone) throw new RuleError("phone", {}, "phone");
  return run(actor, { name: "provider.register", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const place = findPlace(office.id, input);
    const base = { ownerId: office.id, name: input.name, kind: input.kind, inseeCode: place.inseeCode, createdAt: now };
    db()
      .insert(providers)
      .values({ id: input.id, ...base, searchText: "", referentId: actor.userId, createdById: actor.userId })
      .run();
    const establishmentId = newId();
    db()
      .insert(establishments)
      .values({ id: establishmentId, providerId: input.id, isMain: true, ...base, ...place })
      .run();
    const state = input.kind === "project" ? "project" : "open";
    db()
      .insert(establishmentStates)
      .values({ id: newId(), establishmentId, state, fromOn: dayIn(office.zone, now), createdAt: now })
      .run();
    addFirstContact(office.id, input, { phone: phone ?? null, at: now });
    refreshProvider(input.id);
    return { id: input.id };
  });
}

function addFirstContact(ownerId: string, input: RegisterProvider, known: { phone: string | null; at: number }): void {
  if (!input.contactName && !input.email && !known.phone) return;
  const contact = { name: input.contactName ?? input.name, email: input.email ?? null, phone: known.phone };
  db()
    .insert(contacts)
    .values({ id: newId(), ownerId, providerId: input.id, ...contact, createdAt: known.at })
    .run();
}
