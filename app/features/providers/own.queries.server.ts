import type { Actor } from "~/access/actor";
import { NotFoundError } from "~/lib/errors";
import { listProvidersById } from "./queries.server";

/** The providers of the actor's own login by name, and the one asked for or the first; throws NotFoundError without any. */
export function chooseOwnProvider(actor: Actor, wanted: string | null) {
  const choices = listOwnProviders(actor);
  const provider = wanted === null ? choices[0] : choices.find((one) => one.id === wanted);
  if (!provider) throw new NotFoundError("provider");
  return { provider, choices };
}

/** The providers of the actor's own login, by name. */
export function listOwnProviders(actor: Actor): { id: string; name: string }[] {
  return listProvidersById(actor, actor.providerIds, "provider.view")
    .filter((one) => actor.providerIds.includes(one.id))
    .sort((a, b) => a.name.localeCompare(b.name, "fr"))
    .map(({ id, name }) => ({ id, name }));
}
