import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { RuleError } from "~/lib/errors";
import { fold } from "~/lib/fold";
import { createOrganisation } from "./commands.server";
import type { OrganisationInput } from "./form";

/** Adds an organisation under a parent, its slug made of its name. Throws RuleError `unknownParent`, ConflictError. */
export function addOrganisation(actor: Actor, allowed: Authorized<object, "organisation.create">, input: OrganisationInput) {
  return run(actor, { name: "organisation.add", id: input.id, input, ownerId: input.id }, () => {
    const parentId = input.parentId ?? null;
    if (parentId && !has(organisations.id, parentId)) throw new RuleError("unknownParent", {}, "parentId");
    const { id, name, kind } = input;
    return createOrganisation(actor, allowed, { id, parentId, kind, name, slug: freeSlug(name), communes: [] });
  });
}

function freeSlug(name: string): string {
  const base =
    fold(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "office";
  let slug = base;
  for (let count = 2; has(organisations.slug, slug); count += 1) slug = `${base}-${count}`;
  return slug;
}

function has(column: typeof organisations.id | typeof organisations.slug, value: string): boolean {
  return db().select({ id: organisations.id }).from(organisations).where(eq(column, value)).get() !== undefined;
}
