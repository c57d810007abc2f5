import { asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { administers } from "~/access/can";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { hashToken, isSameHash } from "~/auth/tokens.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { installation } from "~/db/schema/work.server";
import { createOrganisation } from "~/features/organisations/commands.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { fold } from "~/lib/fold";
import { newId } from "~/lib/ids";
import { normalCode, type SetupInput } from "./form";
import { createUser, grantMembership } from "./people.commands.server";

/** Whether nobody has set this installation up yet: the first page exists until then. */
export function isInstallationEmpty(): boolean {
  return db().select({ id: organisations.id }).from(organisations).limit(1).get() === undefined;
}

/**
 * Creates the first organisation and its administrator, with the one-time code printed at start.
 * Returns the user's id. Throws NotFoundError once there is an organisation, RuleError `setupCode` or `limited`.
 */
export async function setUpInstallation(
  input: SetupInput,
  known: { passwordHash: string; clientAddress: string },
): Promise<string> {
  if (await isLimited("address", known.clientAddress)) throw new RuleError("limited");
  if (!isSetupCode(input.code)) {
    await countAttempt("address", known.clientAddress);
    throw new RuleError("setupCode", {}, "code");
  }
  const [userId, organisationId] = [newId(), newId()];
  const founder = firstHand(userId, input.name);
  return run(founder, { name: "installation.setUp", id: organisationId, input: null, ownerId: organisationId }, ({ now }) => {
    if (!isInstallationEmpty()) throw new NotFoundError("setup");
    const slug = fold(input.organisation).replace(/ +/g, "-").slice(0, 60) || "organisation";
    const organisation = { id: organisationId, parentId: null, kind: input.kind, name: input.organisation, slug, communes: [] };
    createOrganisation(founder, authorize(founder, "organisation.create", {}), organisation);
    createUser(founder, { id: userId, email: input.email, name: input.name, passwordHash: known.passwordHash });
    grantAdministration(founder, { userId, organisationId, now });
    db().delete(installation).where(eq(installation.key, "setup_code")).run();
    return userId;
  });
}

/**
 * From the command line, for whoever holds the server: a new administrator of the organisation at the
 * top, or the role and a new password for an account that exists. Throws NotFoundError before the first page.
 */
export function makeAdministrator(input: { email: string; name: string; passwordHash: string }): { isNew: boolean } {
  const top = db()
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNull(organisations.parentId))
    .orderBy(asc(organisations.createdAt))
    .get();
  if (!top) throw new NotFoundError("organisation");
  const email = input.email.toLowerCase();
  const existing = db().select().from(users).where(eq(users.email, email)).get();
  const userId = existing?.id ?? newId();
  const founder = firstHand("command-line", input.name);
  return run(founder, { name: "installation.makeAdministrator", id: newId(), input: null, ownerId: top.id }, ({ now }) => {
    if (existing) {
      const change = { passwordHash: input.passwordHash, suspendedAt: null };
      db().update(users).set(change).where(eq(users.id, userId)).run();
    } else createUser(founder, { ...input, id: userId, email });
    const held = db().select().from(memberships).where(eq(memberships.userId, userId)).all();
    const isHeld = administers(held.filter((one) => one.endsOn === null));
    if (!isHeld) grantAdministration(founder, { userId, organisationId: top.id, now });
    return { isNew: existing === undefined };
  });
}

function grantAdministration(founder: Actor, given: { userId: string; organisationId: string; now: number }): void {
  const organisation = authorize(founder, "organisation.people", { id: given.organisationId, ownerId: given.organisationId });
  const startsOn = dayAt(given.organisationId, given.now);
  grantMembership(founder, organisation, { id: newId(), userId: given.userId, role: "administrator", startsOn });
}

function isSetupCode(typed: string): boolean {
  const row = db().select().from(installation).where(eq(installation.key, "setup_code")).get();
  return row !== undefined && isSameHash(row.value, hashToken(normalCode(typed)));
}

/** Who acts before anybody is there: the holder of the code, or of the server. */
function firstHand(userId: string, name: string): Actor {
  const memberships = [{ organisationId: "installation", role: "administrator" as const }];
  return { userId, name, locale: "fr", memberships, below: [], sharing: [], providerIds: [], currentOrganisationId: undefined };
}
