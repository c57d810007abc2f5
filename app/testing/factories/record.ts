import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { channelSchema } from "~/features/providers/channel.form";
import { addChannel } from "~/features/providers/channels.commands.server";
import { contactSchema } from "~/features/providers/contact.form";
import { addContact } from "~/features/providers/contacts.commands.server";
import { getContact } from "~/features/providers/contacts.queries.server";
import { establishmentSchema } from "~/features/providers/establishment.form";
import { addEstablishment } from "~/features/providers/establishments.commands.server";
import { getEstablishment, listEstablishmentRecords } from "~/features/providers/establishments.queries.server";
import { newId } from "~/lib/ids";

interface Owned {
  id: string;
  ownerId: string;
}

/** An establishment's form as a person would send it; say only what the test is about. */
export const establishmentInput = (given: object = {}) =>
  establishmentSchema.parse({ name: "La Grange", kind: "rental", commune: "Soulac-sur-Mer", version: 1, ...given });

export const contactInput = (given: object = {}) => contactSchema.parse({ name: "Maïté Duhau", version: 1, ...given });

export const channelInput = (given: object = {}) =>
  channelSchema.parse({ kind: "website", url: "www.pins.example", state: "active", ...given });

export function makeEstablishment(actor: Actor, provider: Owned, given: object = {}) {
  const input = { ...establishmentInput(given), id: newId() };
  addEstablishment(actor, authorize(actor, "provider.correct", provider), input);
  return getEstablishment(actor, input.id);
}

export function makeContact(actor: Actor, provider: Owned, given: object = {}) {
  const input = { ...contactInput(given), id: newId() };
  addContact(actor, authorize(actor, "provider.correct", provider), input);
  return getContact(actor, input.id);
}

export function makeChannel(actor: Actor, provider: Owned, given: object = {}): string {
  const id = newId();
  addChannel(actor, authorize(actor, "provider.correct", mainEstablishment(actor, provider)), { ...channelInput(given), id });
  return id;
}

/** The establishment that a provider was registered with. */
export function mainEstablishment(actor: Actor, provider: Owned) {
  const [main] = listEstablishmentRecords(actor, provider.id);
  if (!main) throw new Error("no establishment");
  return main;
}
