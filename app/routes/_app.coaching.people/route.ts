import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { describePicked, ownPeople, searchPeople } from "~/features/coaching/describe-people.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { notFound } from "~/http/responses.server";

/** What the session form asks while one types: a search (`q`), one's own providers (`mine`), details of those picked (`keys`). */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const office = listOrganisationsWhere(actor, "coaching.log").find((one) => one.id === query.get("office"));
  if (!office) throw notFound();
  const keys = query.get("keys");
  if (keys !== null) return json(describePicked(actor, office, keys.split("\n").slice(0, 500)));
  return json(query.has("mine") ? ownPeople(actor, office) : searchPeople(actor, office, query.get("q") ?? ""));
}
