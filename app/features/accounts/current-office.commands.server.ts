import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { NotFoundError } from "~/lib/errors";

type Own = Authorized<{ id: string; userId: string }, "profile.edit">;

/** Shows another of one's own offices first, from the next request. Throws NotFoundError where one does not work. */
export function switchOffice(actor: Actor, profile: Own, organisationId: string): void {
  if (!actor.memberships.some((one) => one.organisationId === organisationId)) throw new NotFoundError("office");
  const command = { name: "account.switchOffice", id: profile.id, input: { organisationId }, isOnce: false };
  run(actor, command, () => {
    db().update(users).set({ currentOrganisationId: organisationId }).where(eq(users.id, profile.id)).run();
  });
}
