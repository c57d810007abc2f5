import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { addWebhook } from "~/features/webhooks/commands.server";
import { newId } from "~/lib/ids";

/** An address that an office wants told, added by the product's own command; returns its id. */
export function makeWebhook(director: Actor, office: { id: string; ownerId: string }): string {
  const id = newId();
  const input = { id, name: "Site de l’office", url: "https://site.example/", events: ["workshop.published" as const] };
  addWebhook(director, authorize(director, "api.manage", office), input);
  return id;
}
