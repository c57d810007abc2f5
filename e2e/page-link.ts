import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { sendPageLink } from "~/features/action-plans/links.commands.server";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { newId } from "~/lib/ids";
import type { World } from "./fixtures";

/** Mails a page link to a contact of the world's first provider; answers the token, read in the mail as the contact would. */
export function sendLink(world: World): string {
  const { facilitator } = world.people;
  const head = getPlanHead(facilitator, world.providers[0]?.id ?? "", "plan.edit");
  const contactId = newId();
  const email = `${contactId}@gite.example`;
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile', ?, 0)")
    .run(contactId, head.ownerId, head.id, email);
  sendPageLink(facilitator, authorize(facilitator, "plan.edit", head), { id: newId(), contactId });
  const text = sqlite().prepare<[string], string>("SELECT text FROM mails WHERE recipient = ?").pluck().get(email);
  return /\/p\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
}
