import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { organisationCommunes, organisations } from "~/db/schema/organisations.server";
import type { organisationKinds } from "~/lib/vocabulary";

export interface NewOrganisation {
  id: string;
  parentId: string | null;
  kind: (typeof organisationKinds)[number];
  name: string;
  slug: string;
  communes: readonly string[];
}

/** Adds an organisation to the tree, with the communes that it covers (INSEE codes). */
export function createOrganisation(
  actor: Actor,
  _parent: Authorized<object, "organisation.create">,
  input: NewOrganisation,
): { id: string } {
  return run(actor, { name: "organisation.create", id: input.id, input, ownerId: input.id }, ({ now }) => {
    const { communes, ...columns } = input;
    db()
      .insert(organisations)
      .values({ ...columns, createdAt: now })
      .run();
    for (const inseeCode of communes) db().insert(organisationCommunes).values({ organisationId: input.id, inseeCode }).run();
    return { id: input.id };
  });
}
