import type { Actor } from "~/access/actor";
import { type Beside, readBeside } from "~/features/accounts/beside.queries.server";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { listOwnProviders } from "./own.queries.server";

export interface BesideLine {
  contact: Beside;
  /** The providers that this person stands beside. */
  names: string;
  callbacks: string;
  id: string;
}

/** Who stands beside a login, for the foot of each page: of the provider asked for, or one line a person over all its providers. */
export function describeBeside(actor: Actor, wanted: string | null): BesideLine[] {
  const own = listOwnProviders(actor);
  const asked = own.filter((one) => one.id === wanted);
  const lines = new Map<string, BesideLine>();
  for (const { id, name } of asked.length > 0 ? asked : own) {
    const { beside } = readBeside(id, actor);
    const known = lines.get(`${beside.name} ${beside.phone}`);
    const names = known ? `${known.names}, ${name}` : name;
    const line = known ?? { contact: beside, callbacks: paths.myCallbacks({ provider: id }), id: newId() };
    lines.set(`${beside.name} ${beside.phone}`, { ...line, names });
  }
  return [...lines.values()].slice(0, 3);
}
